//! The whole of a plan: every part with its lines, numbers to call, looking it over, paper and calendar.

use domain::{
    dial,
    sheet::{Line, SheetKind, asked::Of},
};
use markup::{View, html};

use crate::{
    components::{
        callout::{Kind, callout},
        icon::icon,
        page::{button, cluster, head},
        reach::reach_icon,
        tolerance::tolerance,
    },
    pages::sheets::{one::Here, paper::Paper, reminder},
    words::{dates, shared, sheets as words, support},
};

/// From so many digits on what stands in a line is taken to be a number to call.
const CALLABLE: usize = 7;

/// The page of the whole plan. While something is on paper, the rest does not print.
pub(super) fn view(here: Here) -> View {
    let Here { state, kind, .. } = here;
    let (heading, about) = here.words(Of::Plan(kind));
    let paper = Paper::of(here);
    let begin = move || {
        let label = if state.sheet(kind).lines.is_empty() { words::begin() } else { words::go_on() };
        let kind_of = if state.sheet(kind).lines.is_empty() { "primary" } else { "secondary" };
        let change = button(kind_of, label, move || here.go(Some(0)));
        html! { <div class="no-print">{change}</div> }
    };
    let blocks: Vec<View> = match kind {
        SheetKind::Warning => (0..kind.parts()).step_by(2).map(|part| pair(here, part)).collect(),
        _ => (0..kind.parts()).map(|part| block(here, part)).collect(),
    };
    html! {
        <div class="sheet-whole" data-paper=move || paper.is_shown().then_some("")>
            {head(heading, about, begin)}
            <div class="split">
                <div class="stack" data-gap="6">
                    <div class="no-print">{super::help_first()}</div>
                    {move || dates_of(here)}
                    <div class="sheet-parts" data-kind=(kind == SheetKind::Warning).then_some("signs")>{blocks}</div>
                    {if kind == SheetKind::Overdose { tolerance() } else { after_a_break() }}
                </div>
                <aside class="stack no-print" data-gap="section">
                    {look_over(here)}
                    {paper.choices()}
                    {(kind == SheetKind::Overdose).then(|| reminder::view(here))}
                </aside>
            </div>
        </div>
        {move || paper.view()}
    }
}

/// What a break in use does, wherever a hard hour or a lapse is spoken of.
fn after_a_break() -> View {
    callout(Kind::HeadsUp, "", html! { <p>{shared::near_use()}</p> })
}

/// What expires soon or has expired.
fn dates_of(here: Here) -> Vec<View> {
    let today = here.state.today.get();
    let sheet = here.state.sheet(here.kind);
    let said = |(until, line): (_, &Line)| {
        let said = super::said_of(until, line, today);
        callout(Kind::HeadsUp, "", html! { <p>{said}</p> })
    };
    sheet.expiring(today).into_iter().map(said).collect()
}

/// A part with its lines.
fn block(here: Here, part: u8) -> View {
    let (heading, _) = here.words(Of::Part(here.kind, part));
    html! {
        <section class="sheet-part">
            <h2>{heading}</h2>
            {move || lines(here, part)}
        </section>
    }
}

/// Signs of a colour beside what I do then. The colour is a shape and a word too.
fn pair(here: Here, part: u8) -> View {
    html! {
        <div class="sheet-pair" data-sign=colour(part)>
            {sign(here.kind, part)}
            {block(here, part)}
            {block(here, part + 1)}
        </div>
    }
}

const fn colour(part: u8) -> &'static str {
    match part / 2 {
        0 => "green",
        1 => "yellow",
        _ => "red",
    }
}

/// The shape of the colour that a part belongs to; the word for it stands in the heading.
pub(super) fn sign(kind: SheetKind, part: u8) -> Option<View> {
    (kind == SheetKind::Warning)
        .then(|| html! { <span class="sheet-sign" data-sign=colour(part) aria-hidden="true"></span> })
}

fn lines(here: Here, part: u8) -> View {
    let sheet = here.state.sheet(here.kind);
    let rows: Vec<View> = sheet.part(part).map(|(_, line)| line_of(here, line)).collect();
    if rows.is_empty() {
        let fill = move || here.go(Some(part));
        return html! {
            <p class="soft">{words::open_part()}</p>
            <p class="no-print">{button("quiet", html! { {icon("plus")}{words::add()} }, fill)}</p>
        };
    }
    html! { <ul class="sheet-lines">{rows}</ul> }
}

fn line_of(here: Here, line: &Line) -> View {
    let words = line.text.to_string();
    let asks_who = here.kind.asks_who(line.part);
    let number = asks_who.then(|| dial::dial(&words)).flatten();
    let number = number.filter(|number| number.chars().filter(char::is_ascii_digit).count() >= CALLABLE);
    let call = number.map(|number| {
        let call = reach_icon(dial::tel(&number), "phone", support::call(&words));
        html! { <span class="no-print">{call}</span> }
    });
    html! {
        <li><span class="sheet-lines__text"><span class="own">{words}</span>{super::part::until(line)}</span>{call}</li>
    }
}

/// When it was last looked over, and that it was today.
fn look_over(here: Here) -> View {
    let Here { state, kind, .. } = here;
    let looked = move || {
        let today = state.today.get_untracked();
        if state.change_sheet(kind, move |sheet| domain::sheet::Sheet { reviewed: Some(today), ..sheet }) {
            state.notices.say(words::looked_over());
        }
    };
    let shown = move || {
        let (sheet, today) = (state.sheet(kind), state.today.get());
        if sheet.lines.is_empty() {
            return View::empty();
        }
        let said =
            sheet.reviewed.map(|day| html! { <p class="small soft">{words::reviewed(&dates::near(day, today))}</p> });
        let is_today = sheet.reviewed == Some(today);
        let act = (!is_today)
            .then(|| cluster(vec![button("secondary", html! { {icon("check")}{words::look_over()} }, looked)]));
        html! { <div class="stack" data-gap="2">{said}{act}</div> }
    };
    html! { {shown} }
}
