package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.TopUpPack;
import java.util.List;
import java.util.Optional;

/** Packs of credits, which operators add versions to and never change. Each method is a step of its own, or joins a platform transaction. */
public interface TopUpPacks {

    /**
     * The newest version of each, those that are not on sale included.
     *
     * @return by their credits, the smallest first
     */
    List<TopUpPack> list();

    /**
     * The newest version of one.
     *
     * @param key the pack
     * @return the pack
     */
    Optional<TopUpPack> find(String key);

    /**
     * Adds a version.
     *
     * @param pack the pack
     * @return whether its version was the next; if not, nothing is added
     */
    boolean add(TopUpPack pack);
}
