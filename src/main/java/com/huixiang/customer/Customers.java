package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerEvent.CustomerChanged;
import com.huixiang.customer.CustomerEvent.CustomersChanged;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Seal;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** What the marks of identities are for: they name one without showing it. */
    static final String MARK = "identity";

    private static final String REVEAL = "reveal";
    private static final Author HOUSE = new Author(null, "系统");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TAG = 20;
    private static final int LONGEST_NOTE = 2000;

    private final CustomerRepository repository;
    private final CustomerCrowd crowd;
    private final FieldRepository fields;
    private final CustomerMerge merge;
    private final ObjectProvider<Dealings> dealings;
    private final Seal seal;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Customers(
            CustomerRepository repository,
            CustomerCrowd crowd,
            FieldRepository fields,
            CustomerMerge merge,
            ObjectProvider<Dealings> dealings,
            Seal seal,
            AuditTrail audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.repository = repository;
        this.crowd = crowd;
        this.fields = fields;
        this.merge = merge;
        this.dealings = dealings;
        this.seal = seal;
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
        keep(fresh, identity, facts);
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
        if (repository.meet(customer, facts, Standing.of(identity.kind()), clock.instant())) {
            news.publishEvent(new CustomerChanged(customer));
        }
        keep(customer, identity, facts);
        vouchForContacts(customer, identity, facts);
        return customer;
    }

    /** P-02: each value knows who said it and when. */
    private void keep(CustomerId customer, Identity by, CustomerFacts facts) {
        List<Learned> values = facts.values(customer, Standing.of(by.kind()), clock.instant());
        if (!values.isEmpty()) {
            fields.write(values, null);
        }
    }

    /** Whoever vouches for the customer vouches for how he is reached. What a visitor says of himself proves nothing. */
    private void vouchForContacts(CustomerId customer, Identity by, CustomerFacts facts) {
        if (!SamePerson.somebodyVouchesFor(by.kind())) {
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

    /**
     * The same for many lines of an import or of an event stream: one statement when nobody says anything new, at most
     * four otherwise. Answers by the identities that were asked for.
     */
    @Transactional
    public Map<Identity, CustomerId> recogniseAll(Collection<Recognition> lines) {
        Map<Identity, Recognition> asked = new LinkedHashMap<>();
        lines.forEach(line -> asked.merge(line.identity(), line, Recognition::and));
        Map<Identity, CustomerId> found = new HashMap<>();
        Map<CustomerId, Recognition> news = new LinkedHashMap<>();
        List<CustomerCrowd.Contact> contacts = new ArrayList<>();
        List<Learned> values = new ArrayList<>();
        Set<CustomerId> changed = new HashSet<>();
        Instant now = clock.instant();
        while (found.size() < asked.size()) {
            List<Recognition> open = asked.values().stream()
                    .filter(line -> !found.containsKey(line.identity()))
                    .toList();
            List<CustomerId> fresh =
                    open.stream().map(line -> new CustomerId(Uuid7.next(clock))).toList();
            for (CustomerCrowd.Met met : crowd.meet(open, fresh, now)) {
                Recognition line = Objects.requireNonNull(asked.get(met.identity()));
                found.put(met.identity(), met.customer());
                if (met.fresh()) {
                    changed.add(met.customer());
                }
                if (met.fresh() || met.differs()) {
                    values.addAll(line.values(met.customer(), now));
                }
                if (met.differs()) {
                    news.merge(met.customer(), line, Recognition::and);
                }
                if (met.unlinked() && SamePerson.somebodyVouchesFor(met.identity().kind())) {
                    contacts.addAll(contactsOf(met.customer(), line.facts()));
                }
            }
        }
        if (!news.isEmpty()) {
            changed.addAll(crowd.learn(news, now));
        }
        if (!values.isEmpty()) {
            fields.write(values, null);
        }
        if (!contacts.isEmpty()) {
            crowd.link(contacts, now);
        }
        tell(changed);
        return found;
    }

    private static List<CustomerCrowd.Contact> contactsOf(CustomerId customer, CustomerFacts facts) {
        List<CustomerCrowd.Contact> contacts = new ArrayList<>();
        if (facts.phone() != null) {
            Identity phone = new Identity(Identity.Kind.PHONE, facts.phone());
            contacts.add(new CustomerCrowd.Contact(customer, phone, facts.source()));
        }
        if (facts.email() != null) {
            Identity email = new Identity(Identity.Kind.EMAIL, facts.email());
            contacts.add(new CustomerCrowd.Contact(customer, email, facts.source()));
        }
        return contacts;
    }

    private void tell(Set<CustomerId> changed) {
        if (!changed.isEmpty()) {
            news.publishEvent(new CustomersChanged(Set.copyOf(changed)));
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

    /** P-08: whether who this was has been forgotten; a browser that still says so is a stranger's. */
    @Transactional(readOnly = true)
    public boolean isErased(CustomerId id) {
        return repository.isErased(current(id));
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
        return reveal(id, contact, null, reason, caller);
    }

    /** @param mark of another number or address that he is known by, as his file names it; null for the main one */
    @Transactional
    public String reveal(
            CustomerId id, Contact contact, @Nullable String mark, @Nullable String reason, Caller caller) {
        Customer customer = get(id);
        boolean may = caller.may(CONTACTS) || caller.may(REVEAL) && (caller.mayLead() || dealsWith(caller, customer.id()));
        if (!may) {
            throw CustomerProblem.contactNotYours();
        }
        String value = mark == null ? mainContact(customer, contact) : marked(customer.id(), contact, mark);
        if (value == null) {
            throw CustomerProblem.contactMissing();
        }
        audit.note(
                caller.id(), caller.displayName(), "customer.contact.revealed", "customer", customer.id().toString(),
                customer.name(), null, Map.of("field", contact.name().toLowerCase(Locale.ROOT)), reason);
        return value;
    }

    private static @Nullable String mainContact(Customer customer, Contact contact) {
        return switch (contact) {
            case PHONE -> customer.phone();
            case EMAIL -> customer.email();
        };
    }

    private @Nullable String marked(CustomerId customer, Contact contact, String mark) {
        Identity.Kind kind =
                switch (contact) {
                    case PHONE -> Identity.Kind.PHONE;
                    case EMAIL -> Identity.Kind.EMAIL;
                };
        return repository.identities(customer, kind).stream()
                .filter(identity -> seal.bears(mark, MARK, identity.toString()))
                .map(Identity::value)
                .findFirst()
                .orElse(null);
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
        if (change.level() != null) {
            repository.level(customer.id(), change.level());
        }
        correct(customer.id(), "name", change.name() == null ? null : nameOf(change.name()), caller);
        correct(customer.id(), "phone", change.phone() == null ? null : phoneOf(change.phone()), caller);
        correct(customer.id(), "email", change.email() == null ? null : emailOf(change.email()), caller);
        fields.settle(List.of(customer.id()));
        note(customer, get(customer.id()), caller);
        news.publishEvent(new CustomerChanged(customer.id()));
    }

    private void correct(CustomerId customer, String field, @Nullable String value, Caller by) {
        if (value != null) {
            Learned corrected =
                    new Learned(customer, field, value, Standing.STAFF, Profiles.STAFF, clock.instant());
            fields.write(List.of(corrected), Author.of(by));
        }
    }

    private void note(Customer before, Customer after, Caller by) {
        Map<String, Object> was = shown(before);
        Map<String, Object> is = shown(after);
        if (!before.equals(after)) {
            audit.note(by, "customer.changed", "customer", after.id(), after.name(), was, is);
        }
    }

    private static Map<String, Object> shown(Customer customer) {
        return Map.of(
                "name", customer.name(),
                "level", customer.level(),
                "phone", Objects.requireNonNullElse(Mask.phone(customer.phone()), ""),
                "email", Objects.requireNonNullElse(Mask.email(customer.email()), ""));
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

    /**
     * P-04: a rule gives tags. A tag of the same name that a person or another rule has set stays as it is; one that this
     * rule has set gets the new facts. Returns who has a tag that he did not have.
     */
    @Transactional
    public Set<CustomerId> tagByRule(String rule, String ruleName, Collection<RuleTag> tags) {
        if (tags.isEmpty()) {
            return Set.of();
        }
        if (tags.stream().anyMatch(each -> each.name().isBlank() || each.name().length() > LONGEST_TAG)) {
            throw CustomerProblem.tagInvalid();
        }
        Set<CustomerId> tagged = crowd.tag(rule, new Author(null, ruleName), tags, clock.instant());
        tell(tagged);
        return tagged;
    }

    /** The rule takes its tag back; tags of people stay. Without a name, all that it gave to these customers. */
    @Transactional
    public Set<CustomerId> untagByRule(String rule, @Nullable String name, Collection<CustomerId> customers) {
        Set<CustomerId> untagged = customers.isEmpty() ? Set.of() : crowd.untag(rule, name, customers);
        tell(untagged);
        return untagged;
    }

    /** The rule is gone, and whatever it gave. Returns how many tags those were. */
    @Transactional
    public int untagByRule(String rule) {
        return crowd.untagAll(rule);
    }

    /** T-03: what the customer is worth by what he bought. Routing reads the higher of this and his level. */
    @Transactional
    public void appraise(CustomerId id, CustomerValue value, String why) {
        appraiseAll(List.of(new Appraisal(id, value, why)));
    }

    /** The same for many in one statement; returns whose appraisal is another one now. */
    @Transactional
    public Set<CustomerId> appraiseAll(Collection<Appraisal> appraisals) {
        Set<CustomerId> changed = appraisals.isEmpty() ? Set.of() : crowd.appraise(appraisals, clock.instant());
        tell(changed);
        return changed;
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

    private static String phoneOf(String text) {
        return text.isBlank() ? "" : Phone.normalise(text).orElseThrow(CustomerProblem::phoneInvalid);
    }

    private static String emailOf(String text) {
        return text.isBlank() ? "" : EmailAddress.normalise(text).orElseThrow(CustomerProblem::emailInvalid);
    }
}
