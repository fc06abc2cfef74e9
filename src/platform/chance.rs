//! The browser's randomness.

/// Ten bytes of chance. Where the browser has none they are zero, and ids differ by time alone.
pub fn bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    let _ = draw(&mut bytes);
    bytes
}

/// Fills bytes with chance, for keys.
///
/// # Panics
/// Where the browser has none: a key that can be foretold would be worse than a page that stops.
pub fn fill(bytes: &mut [u8]) {
    assert!(draw(bytes), "no chance");
}

fn draw(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
