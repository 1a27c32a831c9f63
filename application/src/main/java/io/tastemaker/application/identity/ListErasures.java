package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists erasures, for operators; why for nobody else is said in {@link ShowErasure}. */
public final class ListErasures {

    private final PersonalData personalData;

    ListErasures(PersonalData personalData) {
        this.personalData = personalData;
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
     * @return the newest first
     */
    public Page<Erasure> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return personalData.listErasures(query.page());
    }
}
