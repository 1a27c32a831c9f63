package io.tastemaker.adapters.billing.billing;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Ways to ask Stripe, which differ in what becomes of a refusal. */
final class Asking {

    /** How much of a list is read at once: as much as Stripe gives. */
    static final long PAGE = 100;

    static final int MISSING = 404;
    private static final int MOST_PAGES = 1_000;

    /** Something that is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws StripeException;
    }

    /** A page of a list. */
    @FunctionalInterface
    interface Pages<T extends HasId> {
        StripeCollection<T> after(String last) throws StripeException;
    }

    private Asking() {}

    /** A refusal is a fault. */
    static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (StripeException failure) {
            throw new RefusedByStripe(failure);
        }
    }

    /** There need not be one. */
    static <T> Optional<T> find(Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (StripeException failure) {
            if (failure.getStatusCode() == MISSING) {
                return Optional.empty();
            }
            throw new RefusedByStripe(failure);
        }
    }

    /** A refusal is an answer, unless it is about us: a key that may not ask, or one wish that is told in two ways. */
    static <T> Answer<T> wish(Question<T> question) {
        try {
            return new Answer.Done<>(question.ask());
        } catch (AuthenticationException | IdempotencyException failure) {
            throw new RefusedByStripe(failure);
        } catch (StripeException failure) {
            return new Answer.Declined<>(failure.getUserMessage());
        }
    }

    /** All of a list, the oldest first. */
    static <T extends HasId> List<T> all(Pages<T> pages) {
        return ask(() -> {
            List<T> all = new ArrayList<>();
            StripeCollection<T> page = pages.after(null);
            all.addAll(page.getData());
            for (int count = 1; page.getHasMore() && !page.getData().isEmpty(); count++) {
                if (count == MOST_PAGES) {
                    throw new IllegalStateException("a list of Stripe does not end: " + page.getUrl());
                }
                page = pages.after(page.getData().getLast().getId());
                all.addAll(page.getData());
            }
            Collections.reverse(all);
            return all;
        });
    }

    /** Options that name a wish. */
    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static long second(Instant time) {
        return time.getEpochSecond();
    }
}
