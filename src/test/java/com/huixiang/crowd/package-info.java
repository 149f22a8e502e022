/**
 * Virtual people who use the product from outside, over real HTTP and real WebSockets: customers and agents who write,
 * lose the line, come back and resume, as the browsers do. The crash test and the load driver in {@code bench/} share them.
 * Words: Exchange (carries all lines of a run), Line (one open socket), Outbox (written, not yet acknowledged), Transcript
 * (what one side has seen of a conversation).
 */
@NullMarked
package com.huixiang.crowd;

import org.jspecify.annotations.NullMarked;
