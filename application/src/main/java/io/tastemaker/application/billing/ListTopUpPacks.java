package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.TopUpPack;
import java.util.List;

/** Lists the packs of credits as operators see them, those that are not on sale included. */
public final class ListTopUpPacks {

    private final TopUpPacks packs;

    ListTopUpPacks(TopUpPacks packs) {
        this.packs = packs;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     */
    public record Query(Actor actor) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the newest version of each, the smallest first
     */
    public List<TopUpPack> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return packs.list();
    }
}
