//! Cards come back as they were, and any other text is refused.

use proptest::prelude::*;

use super::*;

fn title() -> impl Strategy<Value = Title> {
    any::<String>().prop_filter_map("no title", |text| Title::parse(&text.chars().take(40).collect::<String>()).ok())
}

fn line() -> impl Strategy<Value = Line> {
    let numbers = any::<(u16, u16, u16)>();
    let words = any::<String>()
        .prop_filter_map("no words", |text| Note::parse(&text).ok().filter(|words| !words.is_empty()).map(Line::Words));
    prop_oneof![
        numbers.prop_map(|(count, days, _)| Line::Meetings { count, days }),
        numbers.prop_map(|(count, of, days)| Line::Target { count, of, days }),
        (title(), numbers).prop_map(|(title, (kept, of, days))| Line::Goal { title, kept, of, days }),
        numbers.prop_map(|(kept, of, days)| Line::Goals { kept, of, days }),
        numbers.prop_map(|(count, days, _)| Line::CheckIns { count, days }),
        numbers.prop_map(|(count, days, _)| Line::Activities { count, days }),
        numbers.prop_map(|(count, days, _)| Line::Reviews { count, days }),
        (0..700_000, prop::option::of(title())).prop_map(|(day, what)| Line::Since { day: Day::from(day), what }),
        words,
    ]
}

fn card() -> impl Strategy<Value = Card> {
    let day = (700_000..803_168).prop_map(Day::from);
    (day, prop::option::of(title()), prop::collection::vec(line(), 1..8))
        .prop_map(|(made, name, lines)| Card { made, name, lines })
        .prop_filter("too long", |card| card.bytes().is_ok())
}

/// A card as somebody makes it.
fn typical() -> Card {
    let title = |text: &str| Title::parse(text).unwrap();
    Card {
        made: Day::new(2026, 11, 27).unwrap(),
        name: Some(title("Sam")),
        lines: vec![
            Line::Meetings { count: 9, days: 30 },
            Line::Target { count: 34, of: 90, days: 90 },
            Line::Goal { title: title("Call somebody every day"), kept: 24, of: 30, days: 30 },
            Line::CheckIns { count: 27, days: 30 },
            Line::Since { day: Day::new(2026, 8, 2).unwrap(), what: Some(title("I came home")) },
            Line::Words(Note::parse("Two hard weeks, and I called before it got dark. See you on Thursday.").unwrap()),
        ],
    }
}

proptest! {
    #[test]
    fn a_card_reads_back(card in card()) {
        let text = card.text().unwrap();
        prop_assert!(text.len() <= Card::LONGEST);
        prop_assert!(text.bytes().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_')));
        prop_assert_eq!(read(&text), Ok(Held::Open(card)));
    }

    #[test]
    fn any_text_is_a_card_in_its_one_spelling_or_refused(text in any::<String>()) {
        prop_assert!(!matches!(read(&text), Ok(Held::Open(_))), "{}", text);
    }

    #[test]
    fn any_letters_are_a_card_in_its_one_spelling_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60), good in any::<bool>()) {
        // With the right checksum, so that what is inside is looked at.
        let mut bytes = [&[OPEN], bytes.as_slice()].concat();
        if good {
            bytes.extend(checksum(&bytes).to_le_bytes());
        }
        if let Ok(Held::Open(card)) = read(&letters_of(&bytes)) {
            prop_assert_eq!(card.bytes(), Ok(bytes));
        }
    }

    #[test]
    fn bytes_come_back_from_letters(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let text = letters_of(&bytes);
        prop_assert_eq!(text.len(), (bytes.len() * 8).div_ceil(6));
        prop_assert_eq!(bytes_of(&text), Some(bytes));
    }

    #[test]
    fn letters_have_one_spelling(text in "[A-Za-z0-9_-]{0,20}") {
        if let Some(bytes) = bytes_of(&text) {
            prop_assert_eq!(letters_of(&bytes), text);
        }
    }
}

#[test]
fn a_typical_card_is_short() {
    let text = typical().text().unwrap();
    println!("a card of six lines: {} letters", text.len());
    assert!(text.len() < 400, "{}", text.len());
}

#[test]
fn a_card_with_any_one_letter_changed_or_cut_off_is_no_card() {
    let text = typical().text().unwrap();
    for at in 0..text.len() {
        for other in ["A", "B", "z", "_", "%", "é"] {
            let changed = [&text[..at], other, &text[at + 1..]].concat();
            assert!(changed == text || read(&changed) != Ok(Held::Open(typical())) && !is_open(&changed), "{changed}");
        }
        assert!(!is_open(&text[..at]), "{at}");
    }
    assert!(!is_open(&text.to_lowercase()));
}

fn is_open(text: &str) -> bool {
    matches!(read(text), Ok(Held::Open(_)))
}

#[test]
fn the_form_of_a_card_in_a_link_stays() {
    let card = Card {
        made: Day::new(2026, 11, 27).unwrap(),
        name: None,
        lines: vec![Line::Meetings { count: 9, days: 30 }, Line::Words(Note::parse("Hi").unwrap())],
    };
    assert_eq!(card.text().as_deref(), Ok(FROZEN));
    assert_eq!(read(FROZEN), Ok(Held::Open(card)));
}

const FROZEN: &str = "AdapWgACAAkeCAJIaWECYTU";

#[test]
fn each_refusal_says_why() {
    let mut bytes = typical().bytes().unwrap();
    assert_eq!(read(""), Err(CardError::NotACard));
    assert_eq!(read("not a card at all!"), Err(CardError::NotACard));
    assert_eq!(read(&"A".repeat(Card::LONGEST + 1)), Err(CardError::TooLong));
    assert_eq!(read(&letters_of(&[SEALED])), Ok(Held::Sealed));
    bytes[0] = 3;
    assert_eq!(read(&letters_of(&bytes)), Err(CardError::FromNewerVersion));
    bytes[0] = OPEN;
    bytes[5] ^= 1;
    assert_eq!(read(&letters_of(&bytes)), Err(CardError::Damaged));
    assert_eq!(Card { lines: vec![], ..typical() }.text(), Err(CardError::Empty));
    let line = Line::CheckIns { count: 1, days: 1 };
    assert_eq!(Card { lines: vec![line; Card::LINES + 1], ..typical() }.text(), Err(CardError::TooLong));
    let words = |length: usize| Line::Words(Note::kept(&"é".repeat(length)));
    assert_eq!(Card { lines: vec![words(Card::WORDS + 1)], ..typical() }.text(), Err(CardError::TooLong));
    assert!(Card { lines: vec![words(Card::WORDS); 2], ..typical() }.text().is_ok());
    assert_eq!(Card { lines: vec![words(Card::WORDS); 3], ..typical() }.text(), Err(CardError::TooLong));
    // What no field would let through.
    let unclean = Card { name: Some(Title::kept("a\u{202e}b")), ..typical() };
    assert_eq!(unclean.text(), Err(CardError::NotACard));
    let later = Line::Since { day: Day::new(2026, 11, 28).unwrap(), what: None };
    assert_eq!(Card { lines: vec![later], ..typical() }.text(), Err(CardError::NotACard));
}

#[test]
fn no_day_before_the_first_is_counted() {
    let day = |number: u32| Day::new(2026, 11, number).unwrap();
    let counted = |first: Option<u32>| Card::days_counted(7, day(24), first.map(day));
    assert_eq!(counted(Some(24)), 1, "begun today");
    assert_eq!(counted(Some(19)), 6);
    assert_eq!((counted(Some(18)), counted(Some(17)), counted(Some(1))), (7, 7, 7));
    assert_eq!(counted(None), 7);
    assert_eq!(counted(Some(25)), 1, "the clock went back");
}

#[test]
fn nothing_typed_shows_in_debug() {
    let shown = format!("{:?}", typical());
    assert!(!shown.contains("Sam") && !shown.contains("hard weeks"), "{shown}");
}
