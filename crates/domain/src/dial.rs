//! What to dial for a telephone number as people write it, in any country and without a list of countries.
//!
//! A number is dialled as it was typed. Only what no keypad has goes: labels, brackets, dashes. Several numbers in one
//! field come apart, an extension follows a pause, and the letters of a number that is a word become digits.

/// Words before an extension.
const EXTENSIONS: [&str; 38] = [
    "extension",
    "extensión",
    "extn",
    "ext",
    "xtn",
    "x",
    "p",
    "w",
    "pause",
    "wait",
    "anexo",
    "interno",
    "int",
    "poste",
    "durchwahl",
    "dw",
    "nebenstelle",
    "nst",
    "klappe",
    "kl",
    "ramal",
    "r",
    "toestel",
    "tst",
    "wew",
    "wewn",
    "linka",
    "anknytning",
    "ankn",
    "mellék",
    "dahili",
    "εσωτ",
    "доб",
    "вн",
    "内線",
    "內線",
    "分机",
    "转",
];

/// Words between two numbers.
const BETWEEN: [&str; 16] =
    ["or", "and", "also", "o", "y", "e", "ou", "et", "oder", "und", "of", "en", "lub", "eller", "или", "或"];

/// Numbers that are whole with three digits: letters after them are words.
const SHORT: [&str; 9] = ["000", "111", "112", "116", "211", "311", "911", "988", "999"];

/// How many digits a number has at least.
const LEAST: usize = 3;
/// From so many digits on a number is taken to be whole.
const WHOLE: usize = 7;
/// No country has longer numbers.
const LONGEST: usize = 15;

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Digits(&'a str),
    Word(&'a str),
    Gap,
    Sign(char),
}

/// Every number in `typed`, ready to be dialled: only `0` to `9`, `+`, `,`, `*` and `#`.
pub fn numbers(typed: &str) -> Vec<String> {
    let plain: String = typed.chars().map(plain).collect();
    let tokens = tokens(&plain);
    let mut reader = Reader::default();
    let mut place = 0;
    while let Some((token, rest)) = tokens.get(place..).and_then(<[Token]>::split_first) {
        let before = place.checked_sub(1).and_then(|place| tokens.get(place)).copied();
        place += 1 + reader.take(*token, before, rest);
    }
    reader.finish();
    reader.all
}

/// The first number in `typed`; `None` if none has three digits.
pub fn dial(typed: &str) -> Option<String> {
    numbers(typed).into_iter().next()
}

/// The address that calls `number`.
pub fn tel(number: &str) -> String {
    format!("tel:{}", number.replace('#', "%23"))
}

/// The address that opens a text message, to nobody yet if there is no number. Phones differ in the sign before the
/// words; both take both.
pub fn sms(number: Option<&str>, words: Option<&str>) -> String {
    let to = number.map(|number| number.replace('#', "%23")).unwrap_or_default();
    words.map_or_else(|| format!("sms:{to}"), |words| format!("sms:{to}?&body={}", percent(words)))
}

/// The address that opens an e-mail to nobody yet.
pub fn mail(subject: &str, words: &str) -> String {
    format!("mailto:?subject={}&body={}", percent(subject), percent(&words.replace('\n', "\r\n")))
}

/// `words` as an address carries them.
fn percent(words: &str) -> String {
    let mut all = String::with_capacity(words.len() * 2);
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            all.push(char::from(byte));
        } else {
            const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
            let digit = |half: u8| HEX.get(usize::from(half)).copied().unwrap_or('0');
            all.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    all
}

#[derive(Default)]
struct Reader {
    all: Vec<String>,
    /// The number so far, and what is dialled once it answers.
    head: String,
    tail: String,
    /// Whether words came after a whole number.
    closed: bool,
}

impl Reader {
    fn digits(&self) -> usize {
        self.head.bytes().filter(u8::is_ascii_digit).count()
    }

    fn finish(&mut self) {
        if self.digits() >= LEAST {
            let tail = self.tail.trim_end_matches(',');
            self.all.push(format!("{}{tail}", self.head));
        }
        (self.head, self.tail, self.closed) = (String::new(), String::new(), false);
    }

    /// Takes one token; says how many of those after it are taken too.
    fn take(&mut self, token: Token, before: Option<Token>, rest: &[Token]) -> usize {
        match token {
            Token::Digits(digits) => self.take_digits(digits, rest),
            Token::Word(word) => self.take_word(word, before, rest),
            Token::Sign('(') => return self.trunk_zero(rest),
            Token::Sign('+') => {
                if self.digits() >= WHOLE - 1 {
                    self.finish();
                }
                if self.head.is_empty() {
                    self.head.push('+');
                }
            }
            Token::Sign(sign @ ('*' | '#')) => self.take_key(sign, rest),
            Token::Sign(',' | ';') => self.pause_or_part(rest),
            Token::Sign('|' | '\n') => self.finish(),
            Token::Sign('/') => return self.slash(rest),
            // An hour before the number: "9-5: 555 0100".
            Token::Sign(':') if self.digits() < LEAST && !self.head.starts_with(['+', '*', '#']) => self.head.clear(),
            Token::Gap | Token::Sign(_) => {}
        }
        0
    }

    fn take_digits(&mut self, digits: &str, rest: &[Token]) {
        if !self.tail.is_empty() {
            self.tail.push_str(digits);
        } else if !self.closed {
            self.head.push_str(digits);
        } else if digits.len() + ahead(rest) >= WHOLE - 1 {
            self.finish();
            self.head.push_str(digits);
        }
    }

    fn take_word(&mut self, word: &str, before: Option<Token>, rest: &[Token]) {
        let lower = word.to_lowercase();
        let stands_alone =
            !matches!(before, Some(Token::Digits(_) | Token::Sign('-'))) && rest.first() == Some(&Token::Gap);
        if self.digits() >= LEAST && EXTENSIONS.contains(&lower.as_str()) && extension_follows(rest) {
            self.tail.push(',');
        } else if stands_alone && BETWEEN.contains(&lower.as_str()) {
            if self.digits() >= LEAST {
                self.finish();
            }
        } else if let Some(keys) = self.vanity(word, before) {
            self.head.push_str(&keys);
        } else if self.digits() >= LEAST {
            self.closed = true;
        }
    }

    /// The digits of a word that is part of the number: "1-800-FLOWERS", "13 TAXI", and not "988 lifeline".
    fn vanity(&self, word: &str, before: Option<Token>) -> Option<String> {
        let so_far = self.digits();
        let apart = !matches!(before, Some(Token::Digits(_) | Token::Sign('-' | '.')));
        let toll_free = so_far != 3 || self.head.starts_with('8');
        let written_large = word.chars().all(|letter| letter.is_ascii_uppercase());
        let fits = (2..WHOLE + 1).contains(&so_far)
            && so_far + word.len() <= LONGEST
            && so_far + word.len() >= WHOLE - 2
            && !SHORT.contains(&self.head.as_str())
            || so_far >= 4 && so_far + word.len() <= 12 && !apart && so_far < WHOLE + 2;
        let may = self.tail.is_empty() && !self.closed && fits && (!apart || written_large && toll_free);
        let keys: Option<String> = word.chars().map(key).collect();
        keys.filter(|_| may)
    }

    /// Leaves out the zero of "+44 (0)20", which is dialled only within the country. Italy keeps it.
    fn trunk_zero(&mut self, rest: &[Token]) -> usize {
        let abroad = self.head.starts_with('+') || self.head.starts_with("00");
        let italy = ["+39", "0039"].contains(&self.head.as_str());
        let inside: Vec<_> = rest.iter().take_while(|token| **token != Token::Sign(')')).collect();
        let zero = inside.iter().filter(|token| ***token != Token::Gap).eq([&&Token::Digits("0")]);
        if abroad && !italy && zero { inside.len() } else { 0 }
    }

    fn take_key(&mut self, sign: char, rest: &[Token]) {
        let code = self.head.starts_with(['*', '#']);
        let short = matches!(rest.first(), Some(Token::Digits(digits)) if digits.len() <= 6);
        if !self.tail.is_empty() {
            self.tail.push(sign);
        } else if self.closed {
        } else if self.head.is_empty() || code || sign == '*' && short {
            self.head.push(sign);
        } else if short && self.digits() >= WHOLE - 2 {
            self.tail.push(',');
        }
    }

    /// A comma that digits follow at once is a pause; any other stands between two numbers, or before a word.
    fn pause_or_part(&mut self, rest: &[Token]) {
        let codes =
            rest.iter().take_while(|token| matches!(token, Token::Digits(_) | Token::Sign(',' | ';' | '#' | '*')));
        let count = codes.clone().count();
        let plain = matches!(rest.get(count), None | Some(Token::Gap | Token::Sign('|' | '\n' | ')')));
        let last = rest.get(count..).is_none_or(|after| after.iter().all(|token| !matches!(token, Token::Digits(_))));
        if count > 0 && plain && last && self.digits() >= LEAST && !self.closed {
            self.tail.push(',');
        } else if rest
            .iter()
            .take_while(|token| !matches!(token, Token::Word(_)))
            .any(|token| matches!(token, Token::Digits(_)))
        {
            let keep = ahead(rest) < LEAST;
            if !keep && self.digits() >= LEAST {
                self.finish();
            }
            self.closed |= keep && self.digits() >= LEAST;
        }
    }

    /// "030/123456" is one number, "555-0100/555-0101" are two, and of "4561234/35" the second ending is left out.
    fn slash(&mut self, rest: &[Token]) -> usize {
        let (left, right) = (self.digits(), ahead(rest));
        if right >= WHOLE - 1 && (left >= WHOLE || left == WHOLE - 1 && !self.head.starts_with('0')) {
            self.finish();
        } else if left >= WHOLE && (1..=3).contains(&right) {
            return rest.iter().take_while(|token| matches!(token, Token::Digits(_) | Token::Gap)).count();
        }
        0
    }
}

/// How many digits follow in the same number.
fn ahead(rest: &[Token]) -> usize {
    rest.iter()
        .take_while(|token| !matches!(token, Token::Word(_) | Token::Sign(',' | ';' | '/' | '|' | '+' | '\n')))
        .map(|token| if let Token::Digits(digits) = token { digits.len() } else { 0 })
        .sum()
}

/// Whether digits follow, past the signs that are written before an extension.
fn extension_follows(rest: &[Token]) -> bool {
    let first = rest.iter().find(|token| !matches!(token, Token::Gap | Token::Sign('.' | ':' | '=' | '#' | '-' | '°')));
    matches!(first, Some(Token::Digits(_)))
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |of: fn(char) -> bool| rest.find(|letter| !of(letter)).unwrap_or(rest.len());
        let (token, length) = if first.is_ascii_digit() {
            let length = run(|letter| letter.is_ascii_digit());
            (Token::Digits(rest.get(..length).unwrap_or_default()), length)
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            (Token::Word(rest.get(..length).unwrap_or_default()), length)
        } else if first == '\n' {
            (Token::Sign(first), 1)
        } else if first.is_whitespace() {
            let length = run(|letter| letter.is_whitespace() && letter != '\n');
            (Token::Gap, length)
        } else {
            (Token::Sign(first), first.len_utf8())
        };
        all.push(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    all
}

/// The digit or sign of a keypad for one of another script or width.
fn plain(letter: char) -> char {
    const ZEROS: [u32; 8] = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xe50, 0xff10, 0x1040];
    let code = u32::from(letter);
    let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
    match (digit.and_then(|digit| char::from_digit(digit, 10)), letter) {
        (Some(digit), _) => digit,
        (None, '＋') => '+',
        (None, '（') => '(',
        (None, '）') => ')',
        (None, '\u{2010}'..='\u{2015}' | '−' | '－' | 'ー') => '-',
        (None, '、' | '，') => ',',
        (None, other) => other,
    }
}

/// The digit of a letter on a keypad.
fn key(letter: char) -> Option<char> {
    Some(match letter.to_ascii_lowercase() {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        _ => return None,
    })
}
