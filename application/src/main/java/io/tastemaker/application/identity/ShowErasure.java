package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import java.util.UUID;

/**
 * Shows the certificate of an erasure, to operators. The person has it as the answer to the wish, which ends every session: nobody is left
 * who could prove to be that person, and the number alone proves nothing. It stands in logs and histories, and whoever came by it would
 * learn that somebody was here and when that ended. So the person names the number to an operator, who sees an id, times and counts, which
 * is all there is.
 */
public final class ShowErasure {

    private final PersonalData personalData;

    ShowErasure(PersonalData personalData) {
        this.personalData = personalData;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param erasure which
     */
    public record Query(Actor actor, UUID erasure) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the certificate
     * @throws Refusal.NotFound when there is none
     */
    public Erasure handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return personalData.findErasure(query.erasure()).orElseThrow(Refusal.NotFound::new);
    }
}
