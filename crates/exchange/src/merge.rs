//! How two copies of the record become one, and what that would change here.

use domain::collection::{Collection, Record};
use storage::kept::Kept;
pub use storage::key::Kind;

use crate::Everything;

/// Both collections in one: of two records with one id the later change wins. Should two changes carry one stamp, the
/// larger content wins, so that the order of the two never matters. Removed records stay.
pub fn merged<T: Kept>(ours: &Collection<T>, theirs: &Collection<T>) -> Collection<T> {
    let mut all = Collection::default();
    let (mut ours, mut theirs) = (ours.records().peekable(), theirs.records().peekable());
    loop {
        let next = match (ours.peek(), theirs.peek()) {
            (None, None) => return all,
            (Some(_), None) => ours.next(),
            (None, Some(_)) => theirs.next(),
            (Some((our, _)), Some((their, _))) if our < their => ours.next(),
            (Some((our, _)), Some((their, _))) if our > their => theirs.next(),
            _ => ours.next().zip(theirs.next()).map(|((id, our), (_, their))| (id, winner(our, their))),
        };
        if let Some((id, record)) = next {
            all.merge(id, record.clone());
        }
    }
}

/// The record that stays of two with one id.
pub(crate) fn winner<'a, T: Kept>(one: &'a Record<T>, other: &'a Record<T>) -> &'a Record<T> {
    let content = |record: &Record<T>| record.value.as_ref().map(Kept::encode);
    let order = one.changed.cmp(&other.changed);
    if order.then_with(|| content(one).cmp(&content(other))).is_lt() { other } else { one }
}

/// How many values of one kind a restore would add, change and remove.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Changes {
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
}

/// What lies between two states of one kind.
pub fn changes<T: PartialEq>(before: &Collection<T>, after: &Collection<T>) -> Changes {
    let mut changes = Changes::default();
    for (id, value) in after.iter() {
        match before.get(id) {
            None => changes.added += 1,
            Some(known) if known != value => changes.changed += 1,
            Some(_) => {}
        }
    }
    changes.removed = before.iter().filter(|(id, _)| after.get(*id).is_none()).count();
    changes
}

/// What restoring a file would do here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Kind by kind.
    pub kinds: Vec<(Kind, Changes)>,
    /// How many values there are here now.
    pub total_here: usize,
}

impl Preview {
    /// Whether more than a tenth of what is here would be removed: then the person is asked once more.
    pub fn is_too_much(&self) -> bool {
        let removed: usize = self.kinds.iter().map(|(_, changes)| changes.removed).sum();
        removed.saturating_mul(10) > self.total_here
    }
}

/// What merging `file` into `here` would do. Changes nothing.
pub fn preview(here: &Everything, file: &Everything) -> Preview {
    Preview { kinds: here.changes(&here.merged(file)), total_here: here.len() }
}
