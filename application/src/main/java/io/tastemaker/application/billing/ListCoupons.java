package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Coupons;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the coupons, those that ended included. */
public final class ListCoupons {

    private final Coupons coupons;

    ListCoupons(Coupons coupons) {
        this.coupons = coupons;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return by code
     */
    public Page<Coupon> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return coupons.list(query.page());
    }
}
