//! Weighs the first load, by file and by crate, and holds it against its budget.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use catalogue::LANGUAGES;

use crate::{
    bundle::{self, DIST},
    desk, html, program,
    setup::{self, BuildTools},
    squeeze::Encoding,
    styles, wasm_crates,
};

const BUDGET: &str = "xtask/sizes.toml";
/// How many crates are worth a line.
const CRATES: usize = 30;

/// Crates that have no place in the first load, whoever depends on them.
const TOO_HEAVY: [&str; 6] = ["serde_json", "regex", "leptos_router", "leptos_meta", "gloo", "server_fn"];

/// Prints what the first load weighs.
pub fn report() -> Result<()> {
    let tools = setup::build_tools()?;
    bundle::ensure(&tools)?;
    print_files(&first_load(Path::new(DIST))?, &Budget::read()?);
    print_rest(Path::new(DIST))?;
    print_crates(&crates(&tools)?);
    Ok(())
}

/// Fails when the first load is over its budget or brings a crate that is too heavy for it.
pub fn check(tools: &BuildTools) -> Result<()> {
    let budget = Budget::read()?;
    let files = first_load(Path::new(DIST))?;
    print_files(&files, &budget);
    print_rest(Path::new(DIST))?;
    // Of the first part alone: to weigh the later one takes more than a minute.
    let [first, _] = program::parts();
    let crates_of_first = weigh_part(tools, &first)?;
    let weight = files.iter().map(|file| file.squeezed).sum();
    let verdict = budget.judge(weight, &tools.compiler()?).and_then(|()| refuse_heavy(&crates_of_first));
    if verdict.is_err() {
        print_crates(&crates(tools)?);
    }
    verdict
}

fn refuse_heavy(crates: &[(String, u64)]) -> Result<()> {
    let heavy = crates.iter().find(|(name, _)| {
        TOO_HEAVY
            .iter()
            .any(|heavy| name.strip_prefix(heavy).is_some_and(|rest| rest.is_empty() || rest.starts_with('_')))
    });
    match heavy {
        Some((name, bytes)) => bail!("The first load contains `{name}` ({bytes} bytes), which is too heavy for it."),
        None => Ok(()),
    }
}

/// One file of the first load.
struct File {
    name: String,
    raw: usize,
    squeezed: usize,
}

/// Everything a browser fetches before a person can check in: the page, what it links to, and the longest words file.
fn first_load(dist: &Path) -> Result<Vec<File>> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let mut addresses = vec!["/index.html"];
    for link in html::tags(&page, "link") {
        if link.get("rel") == Some("stylesheet") {
            addresses.extend(link.get("href"));
        }
    }
    for script in html::tags(&page, "script") {
        addresses.extend(["src", "data-js", "data-wasm"].iter().filter_map(|name| script.get(name)));
    }
    let mut files = addresses
        .into_iter()
        .map(|address| File::weigh(dist, &bundle::file_of(dist, address)?))
        .collect::<Result<Vec<File>>>()?;
    let html = html::tags(&page, "html");
    let version = html.first().and_then(|html| html.get("data-content")).context("index.html has no data-content")?;
    let words = LANGUAGES
        .iter()
        .map(|language| File::weigh(dist, &dist.join("content").join(version).join(language).join("words.txt")))
        .collect::<Result<Vec<File>>>()?;
    files.extend(words.into_iter().max_by_key(|file| file.squeezed));
    Ok(files)
}

impl File {
    fn weigh(dist: &Path, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| path.display().to_string())?;
        let squeezed = Encoding::Brotli.squeeze(&bytes)?.len();
        let name = path.strip_prefix(dist).unwrap_or(path).display().to_string();
        Ok(Self { name, raw: bytes.len(), squeezed })
    }
}

fn print_files(files: &[File], budget: &Budget) {
    println!("First load, in bytes with brotli (and without):");
    for file in files {
        println!("{:>8} {:>9}  {}", file.squeezed, file.raw, file.name);
    }
    let (squeezed, raw) = files.iter().fold((0, 0), |(squeezed, raw), file| (squeezed + file.squeezed, raw + file.raw));
    println!("{squeezed:>8} {raw:>9}  together; {} in {BUDGET}, where the goal is {}", budget.first_load, budget.goal);
}

/// Whether a file of the site is one of a kind.
type Belongs<'a> = &'a dyn Fn(&str) -> bool;

/// What the rest weighs. It is no part of the first load: the later pages are fetched after the first is painted, the desk
/// by the service worker or at its first use.
fn print_rest(dist: &Path) -> Result<()> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(dist)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let is_plain = |name: &str| [".js", ".wasm", ".css"].iter().any(|end| name.ends_with(end));
    let is_later = |name: &str| name.ends_with(program::LATER) || (name.starts_with(styles::LATER) && is_plain(name));
    let is_desk = |name: &str| name.starts_with(desk::NAME) && is_plain(name);
    let rest: [(&str, Belongs); 2] =
        [("Right after it, the later pages:", &is_later), ("When it is needed, the desk:", &is_desk)];
    for (what, belongs) in rest {
        println!("{what}");
        for path in &paths {
            if belongs(&path.file_name().unwrap_or_default().to_string_lossy()) {
                let file = File::weigh(dist, path)?;
                println!("{:>8} {:>9}  {}", file.squeezed, file.raw, file.name);
            }
        }
    }
    Ok(())
}

/// Bytes of WebAssembly by crate, of the first part and of the later. What ships has no names: optimise the same code
/// once more and keep them.
fn crates(tools: &BuildTools) -> Result<[Vec<(String, u64)>; 2]> {
    let [first, later] = program::parts().map(|part| weigh_part(tools, &part));
    Ok([first?, later?])
}

fn weigh_part(tools: &BuildTools, part: &Path) -> Result<Vec<(String, u64)>> {
    let named = PathBuf::from("target/site/named.wasm");
    program::optimise(tools, part, &named, &["-g"])?;
    wasm_crates::weigh(&fs::read(&named)?, "trellis")
}

fn print_crates([first, later]: &[Vec<(String, u64)>; 2]) {
    print_weights("first part", first);
    print_weights("later pages", later);
}

fn print_weights(part: &str, weights: &[(String, u64)]) {
    println!("\nWebAssembly by crate, {part}, in bytes without brotli:");
    for (name, bytes) in weights.iter().take(CRATES) {
        println!("{bytes:>9}  {name}");
    }
    let rest: u64 = weights.iter().skip(CRATES).map(|(_, bytes)| bytes).sum();
    println!("{rest:>9}  {} others", weights.len().saturating_sub(CRATES));
}

/// What the first load may weigh.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    /// What it weighed when someone last looked.
    first_load: usize,
    /// The compiler it was weighed with; another brings another standard library and other code.
    measured_with: String,
    /// What it is meant to weigh one day.
    goal: usize,
}

impl Budget {
    fn read() -> Result<Self> {
        Self::parse(&fs::read_to_string(BUDGET).context(BUDGET)?)
    }

    fn parse(text: &str) -> Result<Self> {
        let value = |name: &str| {
            let mut lines = text.lines().filter_map(|line| line.split('#').next()?.split_once('='));
            let value =
                lines.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().trim_matches('"').to_owned());
            value.with_context(|| format!("{BUDGET}: `{name}` is missing"))
        };
        let bytes = |name: &str| value(name)?.replace('_', "").parse().with_context(|| format!("{BUDGET}: `{name}`"));
        Ok(Self { first_load: bytes("first_load")?, measured_with: value("measured_with")?, goal: bytes("goal")? })
    }

    fn judge(&self, weight: usize, compiler: &str) -> Result<()> {
        if compiler != self.measured_with {
            println!("Growth is not judged: {BUDGET} was measured with {}, this is {compiler}.", self.measured_with);
        } else if weight > self.first_load + self.first_load / 100 {
            bail!(
                "The first load weighs {weight} bytes, over 1 % more than the {} in {BUDGET}. \
                 Make it lighter, or write down in docs/decisions/ why it is worth it and raise `first_load`.",
                self.first_load
            );
        } else if weight < self.first_load - self.first_load / 50 {
            println!("It has become lighter: lower `first_load` in {BUDGET} to {weight}, so that it stays so.");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, refuse_heavy};

    #[test]
    fn heavy_crates_are_refused() {
        let with = |name: &str| refuse_heavy(&[("core".to_owned(), 9), (name.to_owned(), 1)]);
        assert!(with("gloo_net").is_err() && with("regex_automata").is_err() && with("serde_json").is_err());
        assert!(with("regexless").is_ok());
    }

    #[test]
    fn growth_needs_a_reason() {
        let text = "# bytes\nfirst_load = 50_000 # why\nmeasured_with = \"rustc 1\"\ngoal = 65000\n";
        let budget = Budget::parse(text).unwrap();
        let parsed = Budget { first_load: 50_000, measured_with: "rustc 1".to_owned(), goal: 65_000 };
        assert_eq!(budget, parsed);
        assert!(budget.judge(50_500, "rustc 1").is_ok() && budget.judge(1, "rustc 1").is_ok());
        assert!(budget.judge(50_501, "rustc 1").unwrap_err().to_string().contains("docs/decisions/"));
        assert!(budget.judge(50_501, "rustc 2").is_ok());
        assert!(Budget::parse("goal = 1").is_err());
    }
}
