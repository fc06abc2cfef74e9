//! The browser's randomness.

/// Ten bytes of chance. Where the browser has none they are zero, and ids differ by time alone.
pub fn bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
