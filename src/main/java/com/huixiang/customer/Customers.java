package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerEvent.CustomerChanged;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: who this is, and what we have written in his file. */
@Service
public class Customers {

    /** Permissions, as roles write them. */
    static final String CONTACTS = "contacts";

    private static final String REVEAL = "reveal";
    private static final Author HOUSE = new Author(null, "系统");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TAG = 20;
    private static final int LONGEST_NOTE = 2000;

    private final CustomerRepository repository;
    private final CustomerMerge merge;
    private final ObjectProvider<Dealings> dealings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Customers(
            CustomerRepository repository,
            CustomerMerge merge,
            ObjectProvider<Dealings> dealings,
            AuditTrail audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.repository = repository;
        this.merge = merge;
        this.dealings = dealings;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /** E-02: the same identity is the same customer. However many ask at once, an unknown identity makes one file. */
    @Transactional
    public CustomerId recognise(Identity identity, CustomerFacts facts) {
        Optional<CustomerId> owner = repository.owner(identity);
        if (owner.isPresent()) {
            return meet(owner.get(), identity, facts);
        }
        CustomerId fresh = new CustomerId(Uuid7.next(clock));
        if (!repository.add(fresh, identity, facts, clock.instant())) {
            // Somebody was quicker and has committed: his file is the one.
            return meet(repository.owner(identity).orElseThrow(), identity, facts);
        }
        vouchForContacts(fresh, identity, facts);
        return fresh;
    }

    /**
     * E-05: a visitor turns out to be somebody. His file gets the identity, or becomes part of the file that already has
     * it. A file that is already known by an identity of this kind belongs to another person at the same browser and is
     * left alone.
     */
    @Transactional
    public CustomerId identify(CustomerId visitor, Identity identity, CustomerFacts facts, String reason) {
        CustomerId mine = current(visitor);
        if (!repository.isKnownBy(mine, identity.kind())) {
            if (!repository.lock(mine)) {
                return identify(visitor, identity, facts, reason); // it has just been merged: look again
            }
            boolean mayBecome = !repository.isKnownBy(mine, identity.kind());
            if (mayBecome && !repository.link(mine, identity, facts.source(), clock.instant())) {
                CustomerId owner = repository.owner(identity).orElseThrow();
                MergeId id = merge.merge(mine, owner, reason, HOUSE);
                news.publishEvent(new CustomersMerged(id, mine, owner));
            }
        }
        return recognise(identity, facts);
    }

    private CustomerId meet(CustomerId customer, Identity identity, CustomerFacts facts) {
        if (repository.meet(customer, facts, clock.instant())) {
            news.publishEvent(new CustomerChanged(customer));
        }
        vouchForContacts(customer, identity, facts);
        return customer;
    }

    /** Whoever vouches for the customer vouches for how he is reached. What a visitor says of himself proves nothing. */
    private void vouchForContacts(CustomerId customer, Identity by, CustomerFacts facts) {
        if (by.kind() == Identity.Kind.VISITOR) {
            return;
        }
        Instant now = clock.instant();
        if (facts.phone() != null) {
            repository.replace(customer, new Identity(Identity.Kind.PHONE, facts.phone()), facts.source(), now);
        }
        if (facts.email() != null) {
            repository.replace(customer, new Identity(Identity.Kind.EMAIL, facts.email()), facts.source(), now);
        }
    }

    /** Follows merges: the file that holds this customer's things now. */
    @Transactional(readOnly = true)
    public CustomerId current(CustomerId id) {
        return repository.current(id).orElseThrow(CustomerProblem::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<Customer> find(CustomerId id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public Customer get(CustomerId id) {
        return find(id).orElseThrow(CustomerProblem::notFound);
    }

    /** By the ids that were asked for, merged ones too; unknown ids are missing. */
    @Transactional(readOnly = true)
    public Map<CustomerId, CustomerCard> cards(Collection<CustomerId> ids) {
        return ids.isEmpty() ? Map.of() : repository.cards(ids);
    }

    /** Two known customers signed in at one browser: perhaps they are one person. */
    @Transactional
    public void metAtOneBrowser(CustomerId one, CustomerId other) {
        CustomerId mine = current(one);
        CustomerId his = current(other);
        if (!mine.equals(his)) {
            repository.sameDevice(mine, his, clock.instant());
        }
    }

    /** What can be shown in part and as a whole. */
    public enum Contact {
        PHONE,
        EMAIL
    }

    /** P-08: the whole number or address, for whoever has to do with this customer; that he looked is on the record. */
    @Transactional
    public String reveal(CustomerId id, Contact contact, @Nullable String reason, Caller caller) {
        Customer customer = get(id);
        boolean may = caller.may(CONTACTS) || caller.may(REVEAL) && (caller.mayLead() || dealsWith(caller, customer.id()));
        if (!may) {
            throw CustomerProblem.contactNotYours();
        }
        String value =
                switch (contact) {
                    case PHONE -> customer.phone();
                    case EMAIL -> customer.email();
                };
        if (value == null) {
            throw CustomerProblem.contactMissing();
        }
        audit.note(
                caller.id(), caller.displayName(), "customer.contact.revealed", "customer", customer.id().toString(),
                customer.name(), null, Map.of("field", contact.name().toLowerCase(Locale.ROOT)), reason);
        return value;
    }

    private boolean dealsWith(Caller caller, CustomerId customer) {
        return dealings.stream().anyMatch(each -> each.knows(caller.id(), customer));
    }

    /** Null leaves what is there; an empty telephone number or address takes it away. */
    public record Change(
            @Nullable String name, @Nullable String phone, @Nullable String email, @Nullable Level level) {}

    @Transactional
    public void change(CustomerId id, Change change, Caller caller) {
        Customer customer = get(id);
        if (change.level() != null && change.level() != customer.level() && !caller.mayLead()) {
            throw CustomerProblem.levelNotYours();
        }
        repository.change(new Customer(
                customer.id(),
                change.name() == null ? customer.name() : nameOf(change.name()),
                customer.avatar(),
                change.level() == null ? customer.level() : change.level(),
                change.phone() == null ? customer.phone() : phoneOf(change.phone()),
                change.email() == null ? customer.email() : emailOf(change.email()),
                customer.source(),
                customer.createdAt(),
                customer.lastSeenAt(),
                customer.known()));
        news.publishEvent(new CustomerChanged(customer.id()));
    }

    /** P-04: each tag says who set it and why. Set twice, it keeps its first story. */
    @Transactional
    public void tag(CustomerId id, String name, Author author, @Nullable String reason) {
        String tag = name.strip();
        if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
            throw CustomerProblem.tagInvalid();
        }
        repository.tag(current(id), tag, author, reason, clock.instant());
    }

    @Transactional
    public void untag(CustomerId id, String name) {
        repository.untag(current(id), name.strip());
    }

    @Transactional
    public CustomerLists.Note note(CustomerId id, String text, Author author) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_NOTE) {
            throw CustomerProblem.noteInvalid();
        }
        CustomerLists.Note note = new CustomerLists.Note(
                new NoteId(Uuid7.next(clock)), words, author.name(), author.id(), clock.instant());
        repository.add(current(id), note);
        return note;
    }

    /** One's own; a supervisor may remove anybody's. */
    @Transactional
    public void removeNote(CustomerId id, NoteId noteId, Caller caller) {
        CustomerLists.Note note = repository.note(current(id), noteId).orElseThrow(CustomerProblem::noteNotFound);
        if (!caller.id().equals(note.byId()) && !caller.mayLead()) {
            throw CustomerProblem.noteNotYours();
        }
        repository.remove(noteId);
    }

    private static String nameOf(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw CustomerProblem.nameInvalid();
        }
        return Mask.contact(name);
    }

    private static @Nullable String phoneOf(String text) {
        return text.isBlank() ? null : Phone.normalise(text).orElseThrow(CustomerProblem::phoneInvalid);
    }

    private static @Nullable String emailOf(String text) {
        return text.isBlank() ? null : EmailAddress.normalise(text).orElseThrow(CustomerProblem::emailInvalid);
    }
}
