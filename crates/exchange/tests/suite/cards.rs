//! Cards under a word: the word opens them, nothing else does.

use domain::{
    card::{Card, CardError, Held, Line, SEALED, bytes_of, letters_of, read},
    day::Day,
    text::{Note, Title},
};
use exchange::card::{SealError, open, seal};

use crate::states::Chance;

fn card(words: &str) -> Card {
    Card {
        made: Day::new(2026, 11, 27).unwrap(),
        name: Some(Title::parse("Sam").unwrap()),
        lines: vec![Line::Meetings { count: 9, days: 30 }, Line::Words(Note::parse(words).unwrap())],
    }
}

/// Fills with numbers that are never the same twice.
fn chance(test: &str) -> impl FnMut(&mut [u8]) {
    let mut chance = Chance::new(test);
    move |bytes| bytes.iter_mut().for_each(|byte| *byte = chance.small(256))
}

#[test]
fn the_word_opens_the_card_however_it_is_spelled() {
    let text = seal(&card("See you on Thursday."), " Café  Azul ", &mut chance("word")).unwrap();
    println!("a sealed card: {} letters", text.len());
    assert!(text.len() < 400);
    assert_eq!(read(&text), Ok(Held::Sealed));
    for word in ["Café  Azul", "cafe azul", "CAFE\u{301} AZUL", "\tcafé azul\n"] {
        assert_eq!(open(&text, word), Ok(card("See you on Thursday.")), "{word}");
    }
    for word in ["cafeazul", "cafe", "cafe azul.", "x"] {
        assert_eq!(open(&text, word), Err(SealError::WrongWord), "{word}");
    }
    assert_eq!(open(&text, "  "), Err(SealError::NoWord));
    assert_eq!(open(&text, &"x".repeat(1_025)), Err(SealError::WordTooLong));
}

#[test]
fn the_same_card_and_word_never_look_the_same_and_similar_cards_are_as_long() {
    let mut chance = chance("same");
    let (one, two) = (seal(&card("One."), "word", &mut chance), seal(&card("One."), "word", &mut chance));
    assert_ne!(one, two);
    let other = seal(&card("Another."), "word", &mut chance).unwrap();
    assert_eq!(one.unwrap().len(), other.len());
}

#[test]
fn any_one_changed_byte_opens_nothing() {
    let text = seal(&card("Hi"), "word", &mut chance("byte")).unwrap();
    let bytes = bytes_of(&text).unwrap();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        let opened = open(&letters_of(&changed), "word");
        let expected = match at {
            0 => matches!(opened, Err(SealError::Card(CardError::FromNewerVersion | CardError::NotACard))),
            _ => opened == Err(SealError::WrongWord),
        };
        assert!(expected, "{at}: {opened:?}");
    }
}

#[test]
fn a_card_cut_anywhere_or_of_another_kind_opens_nothing() {
    let text = seal(&card("Hi"), "word", &mut chance("cut")).unwrap();
    for at in (0..text.len()).step_by(7) {
        assert!(open(&text[..at], "word").is_err(), "{at}");
    }
    let plain = card("Hi").text().unwrap();
    assert_eq!(open(&plain, "word"), Err(CardError::NotACard.into()));
    assert_eq!(open(&letters_of(&[SEALED + 1; 90]), "word"), Err(CardError::FromNewerVersion.into()));
    assert_eq!(open(&letters_of(&[SEALED; 9]), "word"), Err(CardError::Damaged.into()));
    assert_eq!(open(&"A".repeat(4_001), "word"), Err(CardError::TooLong.into()));
    assert_eq!(open("¿?", "word"), Err(CardError::NotACard.into()));
}

#[test]
fn the_longest_card_there_is_fits_sealed_too() {
    let longest = (1..=2_800)
        .rev()
        .map(|length| {
            let lines = (0..length).step_by(Card::WORDS).map(|from| Card::WORDS.min(length - from));
            let lines = lines.map(|words| Line::Words(Note::parse(&"x".repeat(words)).unwrap())).collect();
            Card { lines, ..card("Hi") }
        })
        .find(|card| card.text().is_ok())
        .unwrap();
    let text = seal(&longest, "word", &mut chance("longest")).unwrap();
    println!("the longest card: {} letters open, {} sealed", longest.text().unwrap().len(), text.len());
    assert!(text.len() <= Card::LONGEST);
    assert_eq!(open(&text, "word"), Ok(longest));
}
