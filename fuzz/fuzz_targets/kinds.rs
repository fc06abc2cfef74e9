//! Any bytes as the data of every kind of record: read or refused, and what is read is written and read again as it was.
#![no_main]

use storage::{pack, probe};

libfuzzer_sys::fuzz_target!(|input: (u8, Vec<u8>)| {
    let (schema, bytes) = input;
    probe::decode(schema, &pack::pack(&bytes));
});
