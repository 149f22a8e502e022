package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.OpenFiles;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For lists that lower floors keep: the same check as at the door of one file. */
@Component
class FilesOpenByConversations implements OpenFiles {

    private final ConversationLists lists;
    private final Staff staff;

    FilesOpenByConversations(ConversationLists lists, Staff staff) {
        this.lists = lists;
        this.staff = staff;
    }

    @Override
    public Set<CustomerId> openTo(UUID member, Collection<CustomerId> asked) {
        Actor actor = staff.actor(new StaffId(member));
        Set<CustomerId> open = new HashSet<>();
        for (CustomerId customer : Set.copyOf(asked)) {
            try {
                lists.checkMayOpen(actor, customer);
                open.add(customer);
            } catch (ConversationProblem notHis) {
                // left out
            }
        }
        return open;
    }
}
