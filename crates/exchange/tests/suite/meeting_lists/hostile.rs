//! Lists made to do harm, and kept texts that were changed: read or refused, and nothing stops the program.

use std::time::{Duration, Instant};

use domain::text::{Note, Title};
use exchange::meeting_list::{KeptError, Listing, decode, encode, read};
use proptest::prelude::*;

use super::{WHOLE, large::list, of_rows};
use crate::states::Chance;

/// Whether all that was taken is within its bounds and clean, and is kept as it is.
fn assert_sound(listing: &Listing) {
    for listed in &listing.meetings {
        for text in [&listed.name, &listed.note, &listed.address, &listed.link, &listed.region, &listed.group] {
            assert_eq!(Note::parse(text).as_ref(), Ok(text));
        }
        assert!(!listed.name.is_empty());
        assert_eq!(Title::parse(&listed.slug).as_ref(), Ok(&listed.slug));
        for (name, value) in &listed.more {
            assert_eq!(Title::parse(name).as_ref(), Ok(name));
            assert_eq!(Note::parse(value).as_ref(), Ok(value));
        }
    }
    let kept = encode(listing).unwrap();
    assert_eq!(decode(&kept).as_ref(), Ok(listing));
}

#[test]
fn files_of_every_bad_kind_are_read_or_refused_quickly() {
    let wide = (0..190).map(|field| format!(",\"k{field}\":{field}")).collect::<Vec<_>>().concat();
    let names: Vec<String> =
        (0..20_000).map(|row| format!(r#"{{"name":"N","slug":"{row}","n{row}":1,"m{row}":1}}"#)).collect();
    let wide: Vec<String> = (0..6_000).map(|row| format!(r#"{{"name":"N","slug":"{row}"{wide}}}"#)).collect();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("deep", "[".repeat(16 << 20).into_bytes()),
        ("numbers", format!("[{}1]", "1,".repeat(7 << 20)).into_bytes()),
        ("one row of numbers", format!(r#"[{{"name":"N","slug":"s","x":[{}1]}}]"#, "1,".repeat(7 << 20)).into_bytes()),
        ("one row of fields", format!(r#"[{{"name":"N","slug":"s"{}}}]"#, ",\"a\":1".repeat(2 << 20)).into_bytes()),
        ("one long text", format!(r#"[{{"name":"{}","slug":"s"}}]"#, "\\u00e9".repeat(2 << 20)).into_bytes()),
        ("names without end", format!("[{}]", names.join(",")).into_bytes()),
        ("wide rows", format!("[{}]", wide.join(",")).into_bytes()),
        ("tags", format!(r#"[{{"name":"{}","slug":"s"}}]"#, "<a".repeat(4_900)).into_bytes()),
        ("a quote without end", format!("Name,ID\n\"{}", "x,\n".repeat(5 << 20)).into_bytes()),
        ("commas", format!("Name,ID\n{}", ",".repeat(15 << 20)).into_bytes()),
        ("headings", "Name,ID,".repeat(2 << 20).into_bytes()),
        ("lines", "Name,ID\n".repeat(2 << 20).into_bytes()),
        ("empty lines", format!("Name,ID{}", "\n".repeat(16_000_000)).into_bytes()),
        ("bytes", (0..16_000_000_u32).map(|byte| u8::try_from(byte * 7 % 255 + 1).unwrap()).collect()),
    ];
    for (name, bytes) in cases {
        let start = Instant::now();
        let read = read(&bytes);
        let took = start.elapsed();
        println!("{name}: {} MiB in {took:?}, {:?}", bytes.len() >> 20, read.as_ref().map(|all| all.meetings.len()));
        // Far more than it takes, so that a slow machine does not fail: without an end it would be hours.
        assert!(took < Duration::from_secs(60), "{name}");
        if let Ok(listing) = &read {
            assert_sound(listing);
        }
    }
}

#[test]
fn naughty_texts_stay_texts() {
    for text in [
        "<script>alert(1)</script>",
        "\\u202eabc",
        "javascript:alert(1)",
        "\\u0000\\u001e\\u001f",
        "=1+1",
        "\\ud83c\\udf31",
    ] {
        let listing =
            of_rows(&[&format!(r#"{{"name":"N {text}","slug":"s {text}","notes":"{text}","{text}":"{text}"}}"#)]);
        assert_eq!(listing.meetings.len(), 1, "{text}");
        assert_sound(&listing);
    }
}

#[test]
fn changed_files_never_stop_the_program() {
    let mut chance = Chance::new("lists");
    let good =
        [format!("[{WHOLE},{WHOLE}]"), list(3), "Name,ID,Day,Time\nA,1,0,10:00\n\"B\",2,Monday,7 pm\n".to_owned()];
    for round in 0..3_000 {
        let mut bytes = good[round % good.len()].clone().into_bytes();
        for _ in 0..=chance.below(5) {
            let at = chance.below(bytes.len());
            match chance.below(3) {
                0 => bytes[at] = chance.small(256),
                1 => bytes.truncate(at + 1),
                _ => bytes.insert(at, b"[]{}\",:\\<&;\n0"[chance.below(13)]),
            }
        }
        if let Ok(listing) = read(&bytes) {
            assert_sound(&listing);
        }
    }
}

#[test]
fn a_kept_list_that_was_changed_or_cut_is_found_out() {
    let kept = encode(&of_rows(&[WHOLE])).unwrap();
    let letters: Vec<char> = kept.chars().collect();
    for at in 0..letters.len() {
        let mut changed = letters.clone();
        changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
        assert!(decode(&changed.iter().collect::<String>()).is_err(), "{at}");
        assert!(decode(&letters[..at].iter().collect::<String>()).is_err(), "{at}");
    }
    let rest: String = letters[1..].iter().collect();
    assert_eq!(decode(&format!("2{rest}")), Err(KeptError::FromNewerVersion));
    assert_eq!(decode(&format!("0{rest}")), Err(KeptError::Damaged));
    assert_eq!(decode(""), Err(KeptError::Damaged));
}

/// A text whose checksum is right, whatever stands in it.
fn summed(bytes: &[u8]) -> String {
    let data = storage::pack::pack_dense(bytes);
    let sum = storage::pack::digits::<6>(u128::from(storage::pack::checksum(["1", &data])));
    format!("1{sum}{data}")
}

#[test]
fn a_kept_text_made_to_swell_is_refused() {
    let zeros = storage::squeeze::squeeze(&vec![0; 60 << 20]);
    assert_eq!(decode(&summed(&zeros)), Err(KeptError::Damaged));
    let most = storage::squeeze::squeeze(&vec![0; 32 << 20]);
    assert!(
        decode(&summed(&most)).is_err_and(|error| error == KeptError::Damaged)
            || decode(&summed(&most)) == Ok(Listing::default())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), head in prop::sample::select(vec!["", "[", "[{", "Name,ID\n", "[{\"name\":\"N\",\"slug\":1,"])) {
        if let Ok(listing) = read(&[head.as_bytes(), &bytes].concat()) {
            assert_sound(&listing);
        }
    }

    #[test]
    fn any_text_is_a_kept_list_or_refused(text in any::<String>(), bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        let _ = decode(&text);
        let _ = decode(&summed(&storage::squeeze::squeeze(&bytes)));
    }
}
