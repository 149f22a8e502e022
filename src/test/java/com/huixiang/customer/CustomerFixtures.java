package com.huixiang.customer;

import com.huixiang.kernel.Caller;
import java.util.UUID;

/** Words for tests about customers. */
public final class CustomerFixtures {

    public static final Author AGENT_WANG = new Author(UUID.fromString("0190aaaa-0000-7000-8000-000000000001"), "王芳");

    private CustomerFixtures() {}

    public static CustomerFacts web() {
        return CustomerFacts.from("web");
    }

    public static Caller caller(Author who, boolean mayLead) {
        return new Caller() {
            @Override
            public UUID id() {
                return who.id();
            }

            @Override
            public String displayName() {
                return who.name();
            }

            @Override
            public boolean mayLead() {
                return mayLead;
            }

            @Override
            public boolean may(String permission) {
                return mayLead;
            }

            @Override
            public String getName() {
                return String.valueOf(who.id());
            }
        };
    }
}
