//! Tables open in any spreadsheet, in the person's language, and run nothing there.

use std::collections::BTreeMap;

use exchange::{
    Everything,
    table::{self, Table, VALUES, Words},
};

use crate::{
    frozen::{of_schema_1, one_of_each},
    states::Chance,
};

#[test]
fn a_table_has_the_headings_and_words_it_is_given() {
    let say = |pairs: &[(&str, &str)]| -> Words {
        pairs.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect()
    };
    let words = say(&[
        ("day", "Día"),
        ("goal", "Meta"),
        ("outcome", "¿Qué pasó?"),
        ("note", "Nota"),
        ("not_this_time", "Esta vez no"),
    ]);
    let table = table::write(Table::Reports, &of_schema_1(), &words);
    assert_eq!(table, "Día,Meta,¿Qué pasó?,Nota\r\n2026-11-24,Walk,Esta vez no,\r\n");
    let table = table::write(Table::CheckIns, &of_schema_1(), &Words::new());
    assert_eq!(
        table,
        "day,time,mood,craving,sleep,hungry,angry,lonely,tired,note,small_thing\r\n\
         2026-11-24,09:05,great,3,so_so,yes,,,yes,\"día 🌱\n\"\"=1\"\"\",Water\r\n\
         2026-11-24,00:00,,,,,,,,,\r\n"
    );
    let table = table::write(Table::Goals, &of_schema_1(), &Words::new());
    assert!(table.contains("Walk,Air,weekly 3,2026-11-24,let_go,2026-11-30,\"Shoes\nMap\",1,,\r\n"), "{table}");
    let table = table::write(Table::Activities, &of_schema_1(), &Words::new());
    assert!(table.ends_with("2026-11-30,23:59,Swim,yes,done,low,,,,,,,\r\n"), "{table}");
}

#[test]
fn tables_say_how_a_plan_went_what_a_hobby_brought_and_what_a_tool_did() {
    let all = one_of_each();
    let table = table::write(Table::Activities, &all, &Words::new());
    let draw = "2026-11-24,,Draw,no,partly,low,good,8,0,degree_quite,degree_a_little,,Drawing\r\n";
    assert!(table.contains(draw), "{table}");
    assert!(table.ends_with("2026-11-30,,Clean the flat,no,open,,,,,,,held_too_big,\r\n"), "{table}");
    let table = table::write(Table::Hobbies, &all, &Words::new());
    assert!(table.starts_with("day,hobby,what,note,amount\r\n2026-11-24,Drawing,what_note,Two leaves,\r\n"), "{table}");
    assert!(table.contains("2026-11-24,Drawing,what_spent,Paper,12.05\r\n"), "{table}");
    let table = table::write(Table::Practices, &all, &Words::new());
    assert!(table.ends_with("2026-11-24,09:05,tool_play_through,9,4,It went by\r\n"), "{table}");
}

/// Reads a table again, as RFC 4180 says.
fn cells(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn count(everything: &Everything, table: Table) -> usize {
    match table {
        Table::CheckIns => everything.check_ins.len(),
        Table::Goals => everything.goals.len(),
        Table::Reports => everything.reports.len(),
        Table::Activities => everything.plans.len(),
        Table::Hobbies => everything.hobby_entries.len(),
        Table::Practices => everything.practices.len(),
    }
}

#[test]
fn no_cell_of_any_record_is_a_formula_and_every_row_is_whole() {
    let mut chance = Chance::new("tables");
    let words: Words = VALUES.iter().map(|key| ((*key).to_owned(), format!("=word {key}"))).collect::<BTreeMap<_, _>>();
    let mut seen = 0;
    for case in 0..2_000 {
        let mut everything = chance.everything();
        for text in ["=1+1", "@SUM(A1)", "+1", "-1", " =1", "\t=1", "＝1"] {
            everything = everything.merged(&crate::hostile::person_and_plan(&mut chance, text));
        }
        for table in Table::ALL {
            let rows = cells(&table::write(table, &everything, &words));
            assert_eq!(rows.len(), 1 + count(&everything, table), "case {case}");
            for cell in rows.iter().flatten() {
                let first = cell.trim_start().chars().next();
                assert!(!first.is_some_and(|first| "=+-@＝＋－＠".contains(first)), "case {case}: {cell:?}");
                seen += 1;
            }
        }
    }
    println!("{seen} cells");
    assert!(seen > 100_000);
}

#[test]
fn every_word_a_table_says_is_among_those_it_asks_for() {
    let mut chance = Chance::new("words of tables");
    let mut everything = of_schema_1();
    for _ in 0..200 {
        everything = everything.merged(&chance.everything());
    }
    let columns: Vec<&str> = Table::ALL.iter().flat_map(|table| table.columns()).copied().collect();
    let words: Words =
        VALUES.iter().chain(&columns).map(|key| ((*key).to_owned(), format!("«{key}»"))).collect::<BTreeMap<_, _>>();
    for table in Table::ALL {
        for row in cells(&table::write(table, &everything, &words)) {
            for key in VALUES {
                assert!(!row.iter().any(|cell| cell == key), "{key}");
            }
        }
    }
}
