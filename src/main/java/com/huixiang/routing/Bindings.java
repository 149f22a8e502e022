package com.huixiang.routing;

import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.conversation.CustomerTie;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerProblem;
import com.huixiang.staff.Actor;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffProblem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: which customer has an agent of his own, and who stands in for him (T-06). */
@Service
public class Bindings implements CustomerTie {

    /** Null means nobody. */
    public record BindingView(@Nullable Person dedicated, @Nullable Person deputy) {
        public record Person(StaffId id, String name) {}
    }

    private final BindingRepository repository;
    private final Clock clock;

    Bindings(BindingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public BindingView of(CustomerId customer) {
        return repository.find(known(customer));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean looksAfter(StaffId member, CustomerId customer) {
        Binding binding = repository.bindingOf(customer);
        return binding != null && (member.equals(binding.agent()) || member.equals(binding.deputy()));
    }

    /** No agent: the customer belongs to everybody again. */
    @Transactional
    public BindingView bind(CustomerId customer, @Nullable StaffId agent, @Nullable StaffId deputy, Actor by) {
        if (!by.mayLead()) {
            throw StaffProblem.notAllowed();
        }
        CustomerId current = known(customer);
        if (agent == null) {
            release(current, deputy);
        } else {
            check(agent, deputy);
            repository.put(current, new Binding(agent, deputy), by.id(), clock.instant());
        }
        return repository.find(current);
    }

    private void release(CustomerId customer, @Nullable StaffId deputy) {
        if (deputy != null) {
            throw RoutingProblem.deputyWithoutAgent();
        }
        repository.remove(customer);
    }

    private void check(StaffId agent, @Nullable StaffId deputy) {
        if (agent.equals(deputy)) {
            throw RoutingProblem.deputyIsTheAgent();
        }
        if (!repository.worksHere(agent) || deputy != null && !repository.worksHere(deputy)) {
            throw RoutingProblem.agentNotFound();
        }
    }

    private CustomerId known(CustomerId customer) {
        return repository.current(customer).orElseThrow(CustomerProblem::notFound);
    }

    /** Two files became one: the surviving one keeps its own agent, or takes over the other's. */
    @EventListener
    void on(CustomersMerged news) {
        repository.move(news.merge(), news.from(), news.into());
    }

    /** Two files again, and each has the agent it had. */
    @EventListener
    void on(CustomersParted news) {
        repository.moveBack(news.merge(), news.from(), news.into());
    }
}
