//! Reads `public/_headers` (the format of static hosts) and says which headers a path gets.

use anyhow::{Result, bail};

/// The rules in the order of the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<Rule>);

#[derive(Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// Reads patterns, each followed by indented `Name: value` lines; `#` starts a comment line.
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !content.starts_with('/') {
                    bail!("_headers:{number}: a pattern starts with `/`");
                }
                rules.push(Rule { pattern: content.to_owned(), headers: Vec::new() });
            } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), content.split_once(':')) {
                rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            } else {
                bail!("_headers:{number}: expected `  Name: value` under a pattern");
            }
        }
        Ok(Self(rules))
    }

    /// The headers of all rules that match. Of two values for one name the later rule's counts.
    pub fn of(&self, path: &str) -> Vec<(&str, &str)> {
        let mut found: Vec<(&str, &str)> = Vec::new();
        for rule in self.0.iter().filter(|rule| matches(&rule.pattern, path)) {
            for (name, value) in &rule.headers {
                found.retain(|(earlier, _)| !earlier.eq_ignore_ascii_case(name));
                found.push((name, value));
            }
        }
        found
    }
}

/// `*` stands for any text, `:name` for one part of a path.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.chars().next() {
        None => path.is_empty(),
        Some('*') => {
            let rest = &pattern[1..];
            path.char_indices().map(|(at, _)| at).chain([path.len()]).any(|at| matches(rest, &path[at..]))
        }
        Some(':') => {
            let part = |text: &str| text.find('/').unwrap_or(text.len());
            let (wanted, given) = (part(pattern), part(path));
            given > 0 && matches(&pattern[wanted..], &path[given..])
        }
        Some(next) => path.strip_prefix(next).is_some_and(|rest| matches(&pattern[next.len_utf8()..], rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Headers, matches};

    #[test]
    fn rules_add_up_and_the_later_wins() {
        let text = "# note\n/*\n  A: 1\n  B: x: y\n\n/content/*\n  a: 2\n";
        let headers = Headers::parse(text).unwrap();
        assert_eq!(headers.of("/"), [("A", "1"), ("B", "x: y")]);
        assert_eq!(headers.of("/content/a/b"), [("B", "x: y"), ("a", "2")]);
    }

    #[test]
    fn patterns_match_as_hosts_do() {
        assert!(matches("/app-*", "/app-1.css"));
        assert!(matches("/*.wasm", "/a/b.wasm"));
        assert!(matches("/learn/:slug", "/learn/waves"));
        assert!(!matches("/learn/:slug", "/learn/waves/x"));
        assert!(!matches("/", "/plan"));
    }

    #[test]
    fn a_line_out_of_place_is_refused() {
        assert!(Headers::parse("  A: 1").is_err());
        assert!(Headers::parse("/*\n  A 1").is_err());
        assert!(Headers::parse("nowhere\n").is_err());
    }

    #[test]
    fn the_projects_own_file_is_in_order() {
        let headers = Headers::parse(include_str!("../../public/_headers")).unwrap();
        let page = headers.of("/");
        assert!(page.contains(&("Cache-Control", "no-cache")));
        assert!(
            page.iter().any(|(name, value)| *name == "Content-Security-Policy" && !value.contains("unsafe-inline"))
        );
        for path in ["/app-1234.css", "/trellis-1234_bg.wasm", "/content/12345678/en/words.txt"] {
            assert!(headers.of(path).iter().any(|(_, value)| value.contains("immutable")), "{path}");
        }
        for (first, rule) in headers.0.iter().enumerate() {
            for other in headers.0.iter().skip(first + 1) {
                let shared = rule.headers.iter().any(|(name, _)| other.headers.iter().any(|(also, _)| also == name));
                let sample = other.pattern.replace('*', "x");
                assert!(!(shared && matches(&rule.pattern, &sample)), "{} and {} overlap", rule.pattern, other.pattern);
            }
        }
    }
}
