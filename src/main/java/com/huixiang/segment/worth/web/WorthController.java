package com.huixiang.segment.worth.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.segment.worth.WorthLists;
import com.huixiang.segment.worth.WorthLists.Answer;
import com.huixiang.segment.worth.WorthLists.Book;
import com.huixiang.segment.worth.WorthStandard;
import com.huixiang.segment.worth.Worths;
import com.huixiang.staff.Actor;
import com.huixiang.staff.StaffProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a customer is worth, and the model behind it (P-05). */
@RestController
class WorthController {

    private final Worths worths;
    private final WorthLists lists;

    WorthController(Worths worths, WorthLists lists) {
        this.worths = worths;
        this.lists = lists;
    }

    record StandardForm(
            int days,
            @NotNull BigDecimal discount,
            int returnDays,
            @NotNull BigDecimal churnHighBelow,
            @NotNull BigDecimal churnLowFrom,
            int fewestCustomers,
            int fewestReturned,
            int silentShopDays) {}

    @GetMapping("/api/customers/{id}/worth")
    Answer worth(@PathVariable CustomerId id) {
        return lists.of(id);
    }

    @GetMapping("/api/worth/model")
    Book book(Actor actor) {
        checkLeads(actor);
        return lists.book();
    }

    /** Everybody is appraised by it soon. */
    @PutMapping("/api/worth/standard")
    WorthStandard change(Actor actor, @Valid @RequestBody StandardForm form) {
        return worths.change(
                new WorthStandard(
                        form.days(),
                        form.discount(),
                        form.returnDays(),
                        form.churnHighBelow(),
                        form.churnLowFrom(),
                        form.fewestCustomers(),
                        form.fewestReturned(),
                        form.silentShopDays()),
                actor);
    }

    /** A fit now, in the background; the book shows its version when it is done. */
    @PostMapping("/api/worth/fits")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void fit(Actor actor) {
        worths.fitNow(actor);
    }

    private static void checkLeads(Actor actor) {
        if (!actor.mayLead()) {
            throw StaffProblem.notAllowed();
        }
    }
}
