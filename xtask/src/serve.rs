//! Serves the built site on this machine, as a production host would.

use std::{
    env, fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use anyhow::{Context, Result};
use oxhttp::{
    Server,
    model::{Body, Method, Request, Response, StatusCode},
};

use crate::{
    bundle::{self, DIST},
    content::{self, Version, choices},
    digest,
    headers::Headers,
    html,
    setup::{self, BuildTools},
    squeeze::Encoding,
};

/// What is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The release, built first if anything changed.
    Release,
    /// What lies in `dist/`.
    AsBuilt,
    /// Trunk's own server, which rebuilds and reloads.
    Dev,
}

/// Builds what is needed, says the address and serves until stopped.
pub fn run(port: u16, how: How) -> Result<()> {
    match how {
        How::Dev => return develop(port, &setup::build_tools()?),
        // Tools are looked for only when there is something to build.
        How::Release if !bundle::is_fresh() => bundle::ensure(&setup::build_tools()?)?,
        How::Release | How::AsBuilt => {}
    }
    let site = Site::open(Path::new(DIST))?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // Each connection has a thread of its own: a browser that holds one open and idle keeps nobody else waiting.
    let server = Server::new(move |request| {
        answer(&site, request).unwrap_or_else(|error| {
            eprintln!("{}: {error:#}", request.uri().path());
            empty(StatusCode::INTERNAL_SERVER_ERROR)
        })
    });
    let server = server
        .bind(address)
        .spawn()
        .with_context(|| format!("cannot listen on {address}; choose another port with `--port N`"))?;
    println!("Trellis is at http://{address}/  (Ctrl+C stops it)");
    server.join().context("the server stopped")
}

/// Trunk serves; we compile the content again when it changes, and Trunk sees that.
fn develop(port: u16, tools: &BuildTools) -> Result<()> {
    content::compile(Version::Dev)?;
    thread::spawn(|| {
        let newest = || content::INPUTS.iter().filter_map(|input| newest_in(Path::new(input))).max();
        let mut seen = newest();
        loop {
            thread::sleep(Duration::from_millis(500));
            let now = newest();
            if now != seen {
                seen = now;
                if let Err(error) = content::compile(Version::Dev) {
                    eprintln!("{error:#}");
                }
            }
        }
    });
    let mut trunk = tools.trunk()?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist", "target/site/dev"]);
    let watched = [
        "index.html",
        "Cargo.toml",
        "build.rs",
        "src",
        "crates",
        "style",
        "locales",
        "public",
        content::COMPILED,
        choices::MADE,
    ];
    for path in watched.iter().filter(|path| Path::new(path).exists()) {
        trunk.args(["--watch", path]);
    }
    fs::create_dir_all("target/site/dev")?;
    println!(
        "Trellis will be at http://127.0.0.1:{port}/ after the first build (2 to 4 minutes; later ones take seconds)."
    );
    crate::command::run(&mut trunk)
}

/// Trunk's script that reloads the page is an inline one: while developing, the page is without the policy that forbids
/// those. The release keeps it.
pub fn let_page_reload() -> Result<()> {
    let (profile, folder) = (env::var("TRUNK_PROFILE")?, env::var("TRUNK_STAGING_DIR")?);
    if profile == "debug" {
        let path = Path::new(&folder).join("index.html");
        let page = fs::read_to_string(&path)?;
        choices::dress(Path::new(&folder), &page)?;
        fs::write(&path, without_policy(&page))?;
    }
    Ok(())
}

fn without_policy(page: &str) -> String {
    let metas = html::tags(page, "meta");
    let policy = metas.iter().find(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"));
    let mut page = page.to_owned();
    if let Some(policy) = policy {
        page.replace_range(policy.range.clone(), "");
    }
    page
}

fn newest_in(path: &Path) -> Option<(std::time::SystemTime, usize)> {
    let times =
        walkdir::WalkDir::new(path).into_iter().flatten().filter_map(|entry| entry.metadata().ok()?.modified().ok());
    times.fold(None, |newest, time| {
        let (latest, count) = newest.unwrap_or((time, 0));
        Some((latest.max(time), count + 1))
    })
}

/// A built site with its headers.
struct Site {
    folder: PathBuf,
    headers: Headers,
}

/// What goes back, before compression.
#[derive(Debug, PartialEq, Eq)]
struct Reply {
    status: u16,
    file: PathBuf,
    headers: Vec<(String, String)>,
}

impl Site {
    fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("_headers");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} is missing; `cargo xtask build` makes it", path.display()))?;
        Ok(Self { folder: folder.to_owned(), headers: Headers::parse(&text)? })
    }

    /// Finds the file for an address. Addresses of pages, which have no ending, all get the one page there is.
    fn reply(&self, path: &str) -> Reply {
        let page = self.folder.join("index.html");
        let last = path.rsplit('/').next().unwrap_or_default();
        let (status, file, named) = match self.file(path) {
            Some(file) => (200, file, path),
            None if path == "/" => (200, page, "/"),
            None if !last.contains('.') => (200, page, "/index.html"),
            None => (404, self.folder.join("404.html"), "/404.html"),
        };
        // What is found decides first: that something is missing must not be kept for ever.
        let mut headers = self.headers.of(named);
        for (name, value) in self.headers.of(path) {
            if !headers.iter().any(|(given, _)| given.eq_ignore_ascii_case(name)) {
                headers.push((name, value));
            }
        }
        let mut headers: Vec<_> =
            headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        headers.push(("Content-Type".to_owned(), media_type(&file).to_owned()));
        Reply { status, file, headers }
    }

    /// The file of that very name, if the name stays inside the site and hides nothing.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
        let plain = |part: &&str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0', '%']);
        let file = self.folder.join(parts.iter().collect::<PathBuf>());
        (parts.iter().all(plain) && parts != ["_headers"] && file.is_file()).then_some(file)
    }
}

fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

fn answer(site: &Site, request: &Request<Body>) -> Result<Response<Body>> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(empty(StatusCode::METHOD_NOT_ALLOWED));
    }
    let reply = site.reply(request.uri().path());
    let mut bytes = fs::read(&reply.file)?;
    let asked = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let tag = format!("\"{}\"", digest::short(&bytes, 32));
    let known = asked("If-None-Match").is_some_and(|tags| tags.contains(&tag));
    let status = if known && reply.status == 200 { 304 } else { reply.status };
    let mut response = Response::builder().status(status).header("ETag", tag).header("Vary", "Accept-Encoding");
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    if status == 304 || *request.method() == Method::HEAD {
        bytes.clear();
    } else if let Some(encoding) = asked("Accept-Encoding").and_then(Encoding::accepted)
        && is_text_like(&reply.file)
    {
        bytes = encoding.squeeze(&bytes)?;
        response = response.header("Content-Encoding", encoding.name());
    }
    Ok(response.body(Body::from(bytes))?)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether compressing makes it smaller: pictures and fonts are compressed already.
pub fn is_text_like(file: &Path) -> bool {
    let media_type = media_type(file);
    media_type.starts_with("text/")
        || media_type.contains("svg")
        || media_type.starts_with("application/") && !media_type.ends_with("octet-stream")
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::{Site, is_text_like, media_type, without_policy};

    #[test]
    fn addresses_find_their_files() {
        let folder = env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("content")).unwrap();
        let rules = "/*\n  A: 1\n/\n  Cache-Control: no-cache\n/index.html\n  Cache-Control: no-cache\n/404.html\n  Cache-Control: no-cache\n/content/*\n  Cache-Control: ever\n";
        for (path, text) in [
            ("index.html", "page"),
            ("404.html", "page"),
            ("_headers", rules),
            (".stamp", "x"),
            ("content/words.txt", "w"),
        ] {
            fs::write(folder.join(path), text).unwrap();
        }
        let site = Site::open(&folder).unwrap();
        let found = |path: &str| {
            let reply = site.reply(path);
            let cache = reply.headers.iter().find(|(name, _)| name == "Cache-Control").map(|(_, value)| value.clone());
            (reply.status, reply.file.file_name().unwrap().to_string_lossy().into_owned(), cache.unwrap_or_default())
        };
        let is = |status, file: &str, cache: &str| (status, file.to_owned(), cache.to_owned());
        assert_eq!(found("/"), is(200, "index.html", "no-cache"));
        assert_eq!(found("/plan/2026-W48"), is(200, "index.html", "no-cache"));
        assert_eq!(found("/content/words.txt"), is(200, "words.txt", "ever"));
        for hidden in ["/_headers", "/.stamp", "/../Cargo.toml", "/content/../.stamp", "/x.png", "/%2e%2e/a.b"] {
            let (status, file, _) = found(hidden);
            assert!(status == 404 || file == "index.html", "{hidden}");
        }
        assert_eq!(found("/content/x.png"), is(404, "404.html", "no-cache"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_the_policy_goes_while_developing() {
        let page = "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><p>";
        assert_eq!(without_policy(page), "<meta charset=\"utf-8\"><p>");
    }

    #[test]
    fn types_are_known() {
        assert_eq!(media_type("a/b_bg.wasm".as_ref()), "application/wasm");
        assert!(is_text_like("a.wasm".as_ref()) && is_text_like("a.svg".as_ref()) && !is_text_like("a.png".as_ref()));
    }
}
