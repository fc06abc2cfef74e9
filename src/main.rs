//! The program that Trunk builds. `public/start.js` calls `start` of the library once the words are there.

use trellis as _;

fn main() {}
