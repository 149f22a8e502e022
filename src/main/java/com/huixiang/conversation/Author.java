package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.staff.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wrote an entry, with the name as it was at that moment. */
public record Author(Kind kind, @Nullable UUID id, @Nullable String name) {

    public enum Kind {
        CUSTOMER,
        AGENT,
        BOT,
        SYSTEM
    }

    public static final Author SYSTEM = new Author(Kind.SYSTEM, null, null);

    public static Author customer(CustomerId id, String name) {
        return new Author(Kind.CUSTOMER, id.value(), name);
    }

    public static Author agent(StaffId id, String nickname) {
        return new Author(Kind.AGENT, id.value(), nickname);
    }
}
