package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What teams asked to buy, and the trials that people took. Runs inside a transaction: {@link #find(OrderId)} and {@link #list} inside one of
 * either kind, for the actor's team; the others inside a platform transaction, unless they say that they are a step of their own.
 */
public interface Orders {

    /**
     * Adds an order.
     *
     * @param order a new one
     * @return whether it was added; not when there is one with its id, nor when it is for a plan and the team has another such order that is
     *     new or open: of two at once, both could be paid
     */
    boolean add(Order order);

    /**
     * Writes what became of an order. Its id, team, buyer, purchase and price never change; neither does an order that is written as paid
     * or mismatched, nor is a session forgotten, whatever somebody saves who looked earlier.
     *
     * @param order the order
     */
    void save(Order order);

    /**
     * Finds an order of the actor's team.
     *
     * @param id which
     * @return the order
     */
    Optional<Order> find(OrderId id);

    /**
     * Finds an order of any team. A step of its own.
     *
     * @param team whose
     * @param id which
     * @return the order
     */
    Optional<Order> find(TeamId team, OrderId id);

    /**
     * Finds the order of a checkout, of any team. A step of its own.
     *
     * @param session the provider's id of the checkout
     * @return the order
     */
    Optional<Order> findBySession(String session);

    /**
     * Lists the orders of the actor's team, the newest first.
     *
     * @param page which page
     * @return the page
     */
    Page<Order> list(PageRequest page);

    /**
     * Open orders of a team for a subscription. A step of its own.
     *
     * @param team whose
     * @return those that are new, open or pending
     */
    List<Order> listOpenSubscriptions(TeamId team);

    /**
     * Orders that nobody can pay any more and whose end we have not heard of. A step of its own.
     *
     * @param now the time
     * @param limit how many, at least 1
     * @return up to so many, the oldest first
     */
    List<Order> listOverdue(Instant now, int limit);

    /**
     * Sets a trial aside for an order: one for each team and each person, ever. What was set aside for an order that nobody completed
     * is free again after a while.
     *
     * @param order the order
     * @param until when it is free again, unless the trial has begun
     * @param now the time
     * @return whether there is a trial for this order
     */
    boolean takeTrial(Order order, Instant until, Instant now);

    /**
     * Notes that a trial has begun, so that it is never free again. What is set aside for other orders of the team or the person is gone.
     *
     * @param team the team
     * @param buyer the person
     * @param order the order
     */
    void useTrial(TeamId team, UserId buyer, OrderId order);

    /**
     * Lets go of a trial that was set aside for an order which nobody can complete any more. One that has begun stays as it is.
     *
     * @param team the team
     * @param order the order
     */
    void freeTrial(TeamId team, OrderId order);
}
