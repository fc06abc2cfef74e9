//! The same headers wherever the app is served from, and the same policy in the page itself.

use std::collections::BTreeSet;

use crate::{none_of, sources};

#[test]
fn servers_send_the_headers_of_the_project() {
    let mut faults = Vec::new();
    for source in sources(&["public/_headers"], &[""]) {
        let rule = source.text.split("\n/*\n").nth(1).unwrap_or_default();
        for line in rule.lines().take_while(|line| line.starts_with(' ')) {
            let (name, value) = line.trim().split_once(": ").unwrap_or_default();
            for server in sources(&["deploy/Caddyfile", "deploy/nginx.conf"], &[""]) {
                if !server.text.contains(&format!("{name} \"{value}\"")) {
                    faults.push(format!("{}:1: `{name}` differs from {}: copy it", server.path, source.path));
                }
            }
        }
    }
    none_of(&faults);
}

#[test]
fn the_page_carries_the_policy_itself() {
    let policies = |path: &str, before: &str, after: &str| -> Vec<BTreeSet<String>> {
        let files = sources(&[path], &[""]);
        let texts = files.iter().filter_map(|file| file.text.split(before).nth(1)?.split(after).next());
        let directives = texts.map(|text| text.split(';').map(|directive| directive.trim().to_owned()).collect());
        directives.collect()
    };
    let sent = policies("public/_headers", "Content-Security-Policy: ", "\n");
    let carried = policies("index.html", "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    if let ([sent], [carried]) = (sent.as_slice(), carried.as_slice()) {
        // These cannot be said in a page, or say nothing new there: `default-src 'none'` covers them.
        let only_sent = ["frame-ancestors 'none'", "frame-src 'none'", "object-src 'none'"];
        let differs = sent.symmetric_difference(carried).filter(|directive| !only_sent.contains(&directive.as_str()));
        none_of(
            &differs
                .map(|directive| format!("index.html:1: `{directive}` is not in both policies"))
                .collect::<Vec<_>>(),
        );
    }
}
