package com.huixiang.kernel;

import java.security.Principal;
import java.util.UUID;

/**
 * The signed-in person behind a request, for modules that know nobody by name: enough to sign what he does and to ask
 * whether he may do more than others. A controller simply takes it as a parameter.
 */
public interface Caller extends Principal {

    UUID id();

    String displayName();

    /** Whether he may see and move what others hold: all of it, or that of his own groups and stores. */
    boolean mayLead();

    /** Whether his role allows this; the word as roles write it: {@code contacts}, {@code lead-all}. */
    boolean may(String permission);
}
