//! Makes style sheets smaller without changing what they say.
//!
//! Only comments and white space that means nothing are dropped; strings and `url()` stay as they are.

/// The style sheet without comments and needless white space.
pub fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '/' if rest.starts_with("/*") => {
                // A comment parts two words no less than a space does.
                space = true;
                rest = rest.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            _ if next.is_ascii_whitespace() => {
                space = true;
                rest = &rest[1..];
                continue;
            }
            '"' | '\'' => string_length(rest, next),
            'u' | 'U' if is_raw_url(rest) && !ends_in_word(&out, space) => url_length(rest),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => next.len_utf8(),
        };
        if space {
            if space_matters(&out, next) {
                out.push(' ');
            }
            space = false;
        }
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        let (piece, after) = rest.split_at(taken);
        out.push_str(piece);
        rest = after;
    }
    out
}

fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if next == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether an unquoted `url(…)` starts here; a quoted one is a string like any other.
fn is_raw_url(text: &str) -> bool {
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url("))
        && !text[4..].trim_start().starts_with(['"', '\''])
}

fn url_length(text: &str) -> usize {
    text.find(')').map_or(text.len(), |end| end + 1)
}

fn ends_in_word(out: &str, space: bool) -> bool {
    !space && out.ends_with(|last: char| last.is_alphanumeric() || last == '-' || last == '_')
}

/// White space means something except beside these marks. `:` loses only the space after it: the one before it may
/// be a combinator (`.a :hover`). `+`, `-` and `*` keep theirs, as `calc()` wants.
fn space_matters(out: &str, next: char) -> bool {
    let Some(last) = out.chars().next_back() else { return false };
    // `--empty: ;` says something that `--empty:;` does not say to older browsers.
    if last == ':' {
        return ";}".contains(next);
    }
    if "{};,>(".contains(last) || "{};,)".contains(next) {
        return false;
    }
    // `a > b` is a combinator and `(width > 40rem)` a comparison: neither needs its spaces.
    next != '>' && last != '!'
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[track_caller]
    fn becomes(css: &str, small: &str) {
        assert_eq!(minify(css), small);
        assert_eq!(minify(small), small, "twice is as once");
    }

    #[test]
    fn comments_and_idle_space_go() {
        becomes("/* a */\n.a ,\n.b {\n  color : red;\n  margin: 0 auto;\n}\n", ".a,.b{color :red;margin:0 auto}");
        becomes("a { color: red } /* x */ b { }", "a{color:red}b{}");
        becomes("@layer pieces, base;\n@layer base { a { b: c; } }", "@layer pieces,base;@layer base{a{b:c}}");
    }

    #[test]
    fn space_that_means_something_stays() {
        becomes(".a :hover { }", ".a :hover{}");
        becomes(".a .b > .c + .d { }", ".a .b>.c + .d{}");
        becomes("a { width: calc(1rem + 2 * (3px - 1px)); }", "a{width:calc(1rem + 2 * (3px - 1px))}");
        becomes("@media (width >= 40rem) and (hover: hover) { }", "@media (width>= 40rem) and (hover:hover){}");
        becomes("@media not (prefers-contrast: more) { }", "@media not (prefers-contrast:more){}");
        becomes("a { margin: var(--a) var(--b) !important; }", "a{margin:var(--a) var(--b) !important}");
        becomes(".a /* x */ .b { }", ".a .b{}");
        becomes("a { --x: ; --y:{} }", "a{--x: ;--y:{}}");
        becomes(".a [data-b] { } .a (b) {}", ".a [data-b]{}.a (b){}");
        becomes(":is(.a, .b) :not(.c) { }", ":is(.a,.b) :not(.c){}");
    }

    #[test]
    fn strings_and_addresses_stay() {
        becomes("a { content: \"/* x */  \\\"}\"; }", "a{content:\"/* x */  \\\"}\"}");
        becomes("a { background: url(/a/*b.svg) no-repeat; }", "a{background:url(/a/*b.svg) no-repeat}");
        becomes("a { background: url( \"a  b\" ); }", "a{background:url(\"a  b\")}");
        becomes(".w-1\\/2 { }", ".w-1\\/2{}");
    }
}
