//! What is true: the words of recovery as types, and the rules between them.
//!
//! Pure: no browser, no clock, no randomness, no text for people. `today`, `now` and ids come in as arguments.
//!
//! # Glossary, in reading order
//!
//! - **day**: a civil date; it ends at the hour the person chose. **week**: Monday to Sunday.
//! - **stamp**: when a record changed, in an order that two devices agree on.
//! - **id**: names one record for ever. **collection**: records of one kind by id, removals included.
//! - **title**, **note**: what a person typed, trimmed and bounded, never printed by `Debug`.
//! - **check-in**: how a person was at one moment: mood, craving, sleep, feelings, a note, a small thing.
//! - **answer**: what Trellis says back to a check-in. **shared**: what many people report at such a point.
//! - **goal**: something to do, once or again and again. **report**: what became of it on one day. **turn**: the days
//!   for which a goal asks something. **rest**: days on which it asks nothing. **hurdle**: an if and a then.
//! - **activity**: an idea of the catalogue. **barrier**: what keeps a person from some. **plan**: an activity on a day.
//! - **change**: by how many steps mood was better after a plan than before. **try**: an activity done once. **thing**:
//!   what was done, whoever had the idea. **suggestion**: an activity for this minute, and why.
//! - **done**: how a plan that was done went. **degree**: how much of something. **held back**: what got in the way.
//! - **own activity**: an idea of the person's own. **hobby**: what is done for joy again and again. **session**: a plan
//!   of it that was done. **entry**: what is written about it. **back**: how long that is ago.
//! - **money**: an amount in hundredths. **budget**: what used to go on use in a week, and is kept. **reward**: what a
//!   person gives themselves for acts. **act**: a thing done, never a day.
//! - **tool**: a way through a hard moment. **guide**: how it goes, step by step. **practice**: one use of it. **run**:
//!   a use not ended yet. **relief**: by how much craving was weaker. **pace**: how a breath goes in and out.
//! - **sheet**: a plan for the worst hours. **line**: one line of a part of it.
//! - **balance**: alone and together, body and mind, duty and joy in a week. **nudge**: one gentle idea about it. **risk
//!   hours**: when craving was strongest of late.
//! - **meeting**: a place to be, again and again. **attendance**: one meeting on one day. **recurrence**: on which days.
//! - **occurrence**: one meeting on one day of my own clock. **target**: so many meetings in so many days.
//! - **zone**: whose wall clock. **offset**: minutes it is ahead of UTC. **instant**: the same moment for all, in minutes.
//! - **agreement**: what was agreed with a person. **message**: words ready for a hard hour. **review**: a week looked
//!   at. **story**: what a person tells of themselves.
//! - **appointment**: what another calendar is told. **clocks**: the offsets of a zone over some years.
//! - **person**: someone to call. **need**: what for. **circle**: who is there for what. **rhythm**: how often to be in
//!   touch. **dial**: from a number as typed to what is dialled. **chat**: where else to write.
//! - **settings**, **look**: how Trellis behaves and how it looks.
//! - **card**: lines that somebody may see, ticked by hand. **listed**: a meeting in a list of others.
//! - **draft**: a form not finished yet. **lesson**: something to read, as blocks.
//! - **study**: what a person did with a lesson. **memory**: how well an answer is remembered, and when it is due.
//! - **earlier**: a text that another tab's change put aside.
//! - **progress**: what the record of some days shows. **retention**: which notes have had their time.

pub mod activity;
pub mod agreement;
pub mod answer;
pub mod appointment;
pub mod balance;
pub mod card;
pub mod chat;
pub mod check_in;
pub mod collection;
pub mod day;
pub mod dial;
pub mod draft;
pub mod earlier;
pub mod felt;
#[cfg(feature = "fixtures")]
pub mod fixtures;
pub mod glossary;
pub mod goal;
pub mod held_back;
pub mod helps;
pub mod hobby;
pub mod id;
pub mod lesson;
pub mod listed;
pub mod meeting;
pub mod money;
pub mod own_activity;
pub mod person;
pub mod plan;
pub mod practice;
pub mod progress;
pub mod recurrence;
pub mod retention;
pub mod review;
pub mod reward;
pub mod risk_hours;
pub mod schedule;
pub mod search;
pub mod settings;
pub mod shared;
pub mod sheet;
pub mod stamp;
pub mod story;
pub mod study;
pub mod suggest;
pub mod tasting;
pub mod template;
pub mod text;
pub mod tool;
pub mod zone;
