//! Restoring is merging: the order and the number of times never matter.

use domain::{collection::Record, draft::Draft, id::Id, stamp::Stamp};
use exchange::{Everything, merge::preview};

use crate::states::Chance;

const CASES: usize = 100_000;

#[test]
fn merging_gives_the_same_in_any_order_and_grouping() {
    let mut chance = Chance::new("merging");
    let mut ties = 0;
    for case in 0..CASES {
        let (a, b, c) = (chance.everything(), chance.everything(), chance.everything());
        let both = a.merged(&b);
        assert_eq!(both, b.merged(&a), "case {case}: commutative");
        assert_eq!(both.merged(&c), a.merged(&b.merged(&c)), "case {case}: associative");
        assert_eq!(a.merged(&a), a, "case {case}: idempotent");
        assert_eq!(both.merged(&b), both, "case {case}: a second time changes nothing");
        ties += tied(&a, &b);
    }
    println!("{CASES} triples, {ties} ties between contents");
    assert!(ties > 500, "ties must be met: {ties}");
}

fn tied(a: &Everything, b: &Everything) -> usize {
    a.check_ins
        .records()
        .filter(|(id, one)| b.check_ins.record(*id).is_some_and(|other| other.changed == one.changed && other != *one))
        .count()
}

#[test]
fn restoring_a_file_twice_changes_nothing_the_second_time() {
    let mut chance = Chance::new("restoring twice");
    for case in 0..10_000 {
        let (here, file) = (chance.everything(), chance.everything());
        let after = here.merged(&file);
        assert!(after.texts_beyond(&after.merged(&file)).is_empty(), "case {case}");
        let again = preview(&after, &file);
        assert!(again.kinds.iter().all(|(_, changes)| *changes == exchange::merge::Changes::default()), "case {case}");
    }
}

#[test]
fn the_texts_to_write_are_just_those_that_differ_and_lead_to_the_merged_record() {
    let mut chance = Chance::new("texts");
    for case in 0..10_000 {
        let (here, file) = (chance.everything(), chance.everything());
        let after = here.merged(&file);
        let mut texts = here.texts();
        for (key, text) in after.texts_beyond(&here) {
            match texts.iter_mut().find(|(known, _)| *known == key) {
                Some((_, old)) => {
                    assert_ne!(*old, text, "case {case}: written for nothing");
                    *old = text;
                }
                None => texts.push((key, text)),
            }
        }
        assert_eq!(Everything::of_texts(&texts), (after, 0), "case {case}");
    }
}

fn drafts(values: &[(u128, u64, Option<&str>)]) -> Everything {
    let mut all = Everything::default();
    for (id, millis, text) in values {
        let changed = Stamp { millis: *millis, count: 0, device: 1 };
        let value = text.map(|text| Draft { fields: vec![text.to_owned()] });
        all.drafts.merge(Id::fixed(*id), Record { changed, value });
    }
    all
}

#[test]
fn a_preview_counts_what_comes_changes_and_goes() {
    let here = drafts(&[(1, 5, Some("stays")), (2, 5, Some("old")), (3, 5, Some("goes")), (4, 5, None)]);
    let file =
        drafts(&[(1, 4, Some("older")), (2, 6, Some("new")), (3, 6, None), (4, 6, Some("back")), (5, 1, Some("x"))]);
    let preview = preview(&here, &file);
    let changes = preview.kinds.iter().find(|(kind, _)| *kind == storage::key::Kind::Draft).unwrap().1;
    assert_eq!((changes.added, changes.changed, changes.removed, preview.total_here), (2, 1, 1, 3));
    assert!(preview.is_too_much(), "one of three is more than a tenth");
}

#[test]
fn removing_more_than_a_tenth_is_too_much() {
    let here: Vec<_> = (0..20).map(|id| (id, 1, Some("here"))).collect();
    let gone = |count| (0..count).map(|id| (id, 2, None)).collect::<Vec<_>>();
    assert!(!preview(&drafts(&here), &drafts(&gone(2))).is_too_much());
    assert!(preview(&drafts(&here), &drafts(&gone(3))).is_too_much());
    assert!(!preview(&drafts(&[]), &drafts(&gone(3))).is_too_much());
}

#[test]
fn a_removed_record_stays_removed_by_an_older_file() {
    let after = drafts(&[(1, 9, None)]).merged(&drafts(&[(1, 8, Some("old"))]));
    assert_eq!((after.len(), after.drafts.record(Id::fixed(1)).unwrap().value.as_ref()), (0, None));
}

#[test]
fn damaged_and_foreign_texts_are_left_out_and_counted() {
    let mut texts = drafts(&[(1, 1, Some("a")), (2, 1, Some("b"))]).texts();
    texts[0].1.push('x');
    texts.push(("tr/look".to_owned(), "lB;en".to_owned()));
    let (all, left_out) = Everything::of_texts(&texts);
    assert_eq!((all.len(), left_out), (1, 2));
}
