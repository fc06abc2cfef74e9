//! Tabs in processes of their own, which hear late what the others wrote: no edit of a moment is lost, and it comes to
//! an end.
//!
//! Each tab has its own copy of the store. What it writes goes to the browser, which hands it on in one order; every
//! message may be late, and every tab may stand still for a while. What the model leaves out: a tab that is closed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it says"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use std::{cell::RefCell, cmp::Reverse, collections::BinaryHeap, collections::VecDeque, rc::Rc};

use domain::{collection::Record, fixtures::Dice, id::Id, stamp::Stamp};
use storage::recent::{A_MOMENT, Change, Recents};

/// What the tabs write: a bit for each part of a record.
type Value = u32;
const NOW: i64 = 1_795_000_000_000;

#[derive(Clone)]
enum Task {
    Ask(Value, Value),
    Hear { from: usize, record: Record<Value> },
    Look,
}

enum Event {
    Run(usize),
    Arrive { from: usize, record: Record<Value> },
    Deliver { to: usize, from: usize, record: Record<Value> },
    Press { tab: usize, takes: Value, gives: Value },
}

struct Tab {
    /// The copy of this process.
    copy: Record<Value>,
    /// How many writes of its own the browser has not handed back; until then it keeps to its own.
    under_way: u32,
    shown: Record<Value>,
    recents: Recents<Value>,
    last: Stamp,
    tasks: VecDeque<Task>,
    is_woken: bool,
}

struct World {
    dice: Dice,
    /// Of a hundred tasks so many come late, by so many milliseconds at most.
    stalls: (u64, u64),
    now: i64,
    count: u64,
    events: BinaryHeap<Reverse<(i64, u64, usize)>>,
    details: Vec<Option<Event>>,
    tabs: Vec<Tab>,
    browser: Record<Value>,
    handed_on: Vec<i64>,
    sent: Vec<i64>,
    writes: usize,
}

fn id() -> Id<Value> {
    Id::fixed(1)
}

impl World {
    fn new(seed: u64, tabs: usize, stalls: (u64, u64)) -> Self {
        let nothing = Record { changed: Stamp::zero(), value: Some(0) };
        let tab = |_| Tab {
            copy: nothing.clone(),
            under_way: 0,
            shown: nothing.clone(),
            recents: Recents::default(),
            last: Stamp::zero(),
            tasks: VecDeque::new(),
            is_woken: false,
        };
        Self {
            dice: Dice::new(seed),
            stalls,
            now: 0,
            count: 0,
            events: BinaryHeap::new(),
            details: Vec::new(),
            tabs: (0..tabs).map(tab).collect(),
            browser: nothing.clone(),
            handed_on: vec![0; tabs],
            sent: vec![0; tabs],
            writes: 0,
        }
    }

    fn at(&mut self, when: i64, event: Event) {
        self.count += 1;
        self.events.push(Reverse((when, self.count, self.details.len())));
        self.details.push(Some(event));
    }

    fn run(&mut self) {
        while let Some(Reverse((when, _, place))) = self.events.pop() {
            self.now = when;
            match self.details[place].take().unwrap() {
                Event::Press { tab, takes, gives } => self.give(tab, Task::Ask(takes, gives)),
                Event::Run(tab) => self.work(tab),
                Event::Arrive { from, record } => {
                    self.browser = record.clone();
                    for to in 0..self.tabs.len() {
                        self.handed_on[to] = self.handed_on[to].max(self.now + self.dice.below(12) as i64);
                        self.at(self.handed_on[to], Event::Deliver { to, from, record: record.clone() });
                    }
                }
                Event::Deliver { to, from, record } => self.give(to, Task::Hear { from, record }),
            }
            assert!(self.writes < 400, "it comes to no end");
        }
    }

    fn give(&mut self, tab: usize, task: Task) {
        self.tabs[tab].tasks.push_back(task);
        self.wake(tab);
    }

    fn wake(&mut self, tab: usize) {
        if self.tabs[tab].tasks.is_empty() || self.tabs[tab].is_woken {
            return;
        }
        self.tabs[tab].is_woken = true;
        let (often, long) = self.stalls;
        let stalls = self.dice.below(100) < often;
        let late = if stalls { self.dice.below(long.max(1)) } else { self.dice.below(6) };
        self.at(self.now + late as i64, Event::Run(tab));
    }

    fn work(&mut self, place: usize) {
        let now = NOW + self.now;
        self.tabs[place].is_woken = false;
        match self.tabs[place].tasks.pop_front().unwrap() {
            Task::Ask(takes, gives) => {
                let change: Change<Value> = Rc::new(move |old| Some((old.unwrap_or(0) & !takes) | gives));
                let there = self.tabs[place].copy.clone();
                let value = change(there.value);
                let stamp = self.tabs[place].last.max(there.changed).next(now, place as u16 + 1);
                self.write(place, Record { changed: stamp, value });
                self.tabs[place].recents.add(now, id(), Some(stamp), change);
            }
            Task::Hear { from, record } => {
                let tab = &mut self.tabs[place];
                if from == place {
                    tab.under_way -= 1;
                } else {
                    if tab.under_way == 0 {
                        tab.copy = record;
                    }
                    tab.tasks.push_back(Task::Look);
                }
            }
            Task::Look => {
                let there = self.tabs[place].copy.clone();
                match self.tabs[place].recents.missing(now, id(), Some(&there)) {
                    None => {
                        self.tabs[place].recents.seen(now, id(), &there);
                        self.tabs[place].shown = there;
                    }
                    Some(missing) => {
                        let stamp = there.changed.beside(self.tabs[place].last, place as u16 + 1);
                        self.write(place, Record { changed: stamp, value: missing.value });
                        self.tabs[place].recents.made_again(&missing, stamp);
                    }
                }
            }
        }
        self.wake(place);
    }

    fn write(&mut self, place: usize, record: Record<Value>) {
        self.writes += 1;
        let tab = &mut self.tabs[place];
        tab.last = tab.last.max(record.changed);
        tab.copy = record.clone();
        tab.shown = record.clone();
        tab.under_way += 1;
        self.sent[place] = self.sent[place].max(self.now + self.dice.below(12) as i64);
        self.at(self.sent[place], Event::Arrive { from: place, record });
    }
}

#[test]
fn parts_written_in_one_moment_by_tabs_that_hear_late_are_all_kept() {
    let lost = RefCell::new(Vec::new());
    for (stalls, runs) in [((0, 0), 10_000), ((5, 400), 40_000), ((5, 1_000), 40_000), ((5, 2_000), 10_000)] {
        for seed in 0..runs {
            let tabs = 2 + (seed % 3) as usize;
            let mut world = World::new(seed, tabs, stalls);
            for tab in 0..tabs {
                let bit = 1 << tab;
                let when = world.dice.below(2) as i64;
                world.at(when, Event::Press { tab, takes: 0, gives: bit });
            }
            world.run();
            if world.browser.value != Some((1 << tabs) - 1) {
                lost.borrow_mut().push((stalls, seed));
            }
        }
    }
    assert_eq!(lost.into_inner(), []);
}

#[test]
fn tabs_that_want_different_things_come_to_an_end_and_agree() {
    for seed in 0..1_000 {
        let mut world = World::new(seed, 3, (2, 300));
        for tab in 0..3 {
            world.at(0, Event::Press { tab, takes: 0b111, gives: 1 << tab });
        }
        world.run();
        let last = &world.browser;
        assert!(world.tabs.iter().all(|tab| tab.copy == *last && tab.shown == *last), "seed {seed}");
        assert!([1, 2, 4].contains(&last.value.unwrap()));
    }
}

#[test]
fn what_was_done_later_in_another_tab_is_not_taken_back() {
    for seed in 0..1_000 {
        let mut world = World::new(seed, 3, (5, 300));
        world.at(0, Event::Press { tab: 0, takes: 0b11, gives: 0b01 });
        // By the stamp, which counts in quarters of a second.
        let later = A_MOMENT as i64 + 600;
        world.at(later, Event::Press { tab: 1, takes: 0b11, gives: 0b10 });
        world.run();
        assert_eq!(world.browser.value, Some(0b10), "seed {seed}");
    }
}
