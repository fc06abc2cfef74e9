//! The words of goals to begin with.

use domain::goal::Template;

use crate::words::{ideas, shared};

/// What a goal to begin with puts into the form, and why it may help.
pub struct Idea {
    /// What to do.
    pub title: &'static str,
    /// Why it may help, from the facts of [`Template::facts`].
    pub basis: &'static str,
    /// Where that comes from.
    pub source: &'static str,
    /// Smaller things on the way.
    pub steps: Vec<&'static str>,
    /// If this, then that.
    pub plan: Option<(&'static str, &'static str)>,
}

/// The words of a goal to begin with.
pub fn of(template: Template) -> Idea {
    let source = source(template);
    let idea = |title, basis, steps: &[&'static str], plan| Idea { title, basis, source, steps: steps.to_vec(), plan };
    match template {
        Template::Medicine => idea(
            ideas::medicine(),
            ideas::medicine_basis(),
            &[ideas::medicine_step_1(), ideas::medicine_step_2()],
            Some((ideas::medicine_if(), ideas::medicine_then())),
        ),
        Template::Naloxone => idea(
            ideas::naloxone(),
            ideas::naloxone_basis(),
            &[ideas::naloxone_step_1(), ideas::naloxone_step_2(), ideas::naloxone_step_3()],
            Some((ideas::naloxone_if(), ideas::naloxone_then())),
        ),
        Template::CallSomeone => idea(
            ideas::call(),
            ideas::call_basis(),
            &[ideas::call_step_1()],
            Some((ideas::call_if(), ideas::call_then())),
        ),
        Template::Meetings => idea(
            ideas::meetings(),
            ideas::meetings_basis(),
            &[ideas::meetings_step_1(), ideas::meetings_step_2()],
            Some((ideas::meetings_if(), ideas::meetings_then())),
        ),
        Template::Appointments => idea(
            ideas::appointments(),
            ideas::appointments_basis(),
            &[ideas::appointments_step_1()],
            Some((ideas::appointments_if(), ideas::appointments_then())),
        ),
        Template::CheckIn => {
            idea(ideas::check_in(), ideas::check_in_basis(), &[], Some((ideas::check_in_if(), ideas::check_in_then())))
        }
        Template::HardMoment => idea(
            ideas::moment(),
            ideas::moment_basis(),
            &[ideas::moment_step_1(), ideas::moment_step_2()],
            Some((ideas::moment_if(), ideas::moment_then())),
        ),
        Template::AnotherWay => {
            idea(ideas::way(), ideas::way_basis(), &[ideas::way_step_1()], Some((ideas::way_if(), ideas::way_then())))
        }
        Template::ClearOut => idea(
            ideas::clear_out(),
            ideas::clear_out_basis(),
            &[ideas::clear_out_step_1(), ideas::clear_out_step_2()],
            Some((ideas::clear_out_if(), ideas::clear_out_then())),
        ),
        Template::GetUp => idea(
            ideas::get_up(),
            ideas::get_up_basis(),
            &[ideas::get_up_step_1()],
            Some((ideas::get_up_if(), ideas::get_up_then())),
        ),
        Template::Meals => idea(
            ideas::meals(),
            ideas::meals_basis(),
            &[ideas::meals_step_1()],
            Some((ideas::meals_if(), ideas::meals_then())),
        ),
        Template::Move => idea(
            ideas::moving(),
            ideas::moving_basis(),
            &[ideas::moving_step_1()],
            Some((ideas::moving_if(), ideas::moving_then())),
        ),
        Template::SmallThing => idea(
            ideas::small(),
            ideas::small_basis(),
            &[ideas::small_step_1()],
            Some((ideas::small_if(), ideas::small_then())),
        ),
        Template::GoodTime => idea(
            ideas::good_time(),
            ideas::good_time_basis(),
            &[ideas::good_time_step_1()],
            Some((ideas::good_time_if(), ideas::good_time_then())),
        ),
        Template::LockedMedicine => idea(
            ideas::locked(),
            ideas::locked_basis(),
            &[ideas::locked_step_1(), ideas::locked_step_2(), ideas::locked_step_3()],
            None,
        ),
        Template::OverdosePlan => idea(
            ideas::overdose(),
            ideas::overdose_basis(),
            &[ideas::overdose_step_1(), ideas::overdose_step_2(), ideas::overdose_step_3()],
            Some((ideas::overdose_if(), ideas::overdose_then())),
        ),
    }
}

fn source(template: Template) -> &'static str {
    match template {
        Template::Medicine => ideas::source_medicine(),
        Template::Appointments => ideas::source_appointments(),
        Template::Meetings => shared::source_weiss(),
        Template::CheckIn => ideas::source_check_in(),
        Template::HardMoment => ideas::source_moment(),
        Template::Move => ideas::source_move(),
        Template::SmallThing => shared::source_ekers(),
        Template::GoodTime => shared::source_institute(),
        Template::Meals => shared::source_custom(),
        Template::LockedMedicine
        | Template::Naloxone
        | Template::OverdosePlan
        | Template::CallSomeone
        | Template::AnotherWay
        | Template::ClearOut
        | Template::GetUp => shared::source_practice(),
    }
}
