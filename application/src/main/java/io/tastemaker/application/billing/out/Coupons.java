package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** The coupons, as we last heard of them. They belong to no team. Each method is a step of its own, or joins a platform transaction. */
public interface Coupons {

    /**
     * A coupon, and how often it was written.
     *
     * @param coupon the coupon
     * @param version 1 after it was first written
     */
    record Kept(Coupon coupon, long version) {}

    /**
     * Finds a coupon by what people type.
     *
     * @param code the code
     * @return the coupon
     */
    Optional<Kept> find(String code);

    /**
     * Finds a coupon by the provider's id of its code.
     *
     * @param promotion the id
     * @return the coupon
     */
    Optional<Kept> findByPromotion(String promotion);

    /**
     * Writes a coupon, unless somebody did meanwhile.
     *
     * @param coupon the coupon
     * @param version the version it was loaded with; 0 when there was none
     * @return whether it was written
     */
    boolean save(Coupon coupon, long version);

    /**
     * Lists all, by code.
     *
     * @param page which page
     * @return the page
     */
    Page<Coupon> list(PageRequest page);
}
