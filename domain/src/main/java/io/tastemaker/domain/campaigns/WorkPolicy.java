package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import java.util.Optional;

/**
 * Decides who may do what in the work of one campaign. A pure function, so that a table can test it. Rights add to a role and take nothing
 * from it: who runs campaigns for the team has every right in each, and a plain member reads all and has besides what the campaign gives.
 */
public final class WorkPolicy {

    /** From this role on every right is there without being given. */
    public static final Role RUNS_CAMPAIGNS = Role.MANAGER;

    private WorkPolicy() {}

    /**
     * Decides.
     *
     * @param actor who asks, of the campaign's team; of keys only the role counts, since a key is nobody's collaborator
     * @param given the right that the campaign gives this person; empty for none
     * @param needed what it takes
     * @return whether the actor may
     */
    public static boolean allows(Actor actor, Optional<Right> given, Right needed) {
        return switch (actor) {
            case Actor.Operator operator -> true;
            case Actor.System system -> true;
            case Actor.Key key -> needed == Right.VIEW || key.role().covers(RUNS_CAMPAIGNS);
            case Actor.User user -> needed == Right.VIEW || user.role().covers(RUNS_CAMPAIGNS)
                    || given.map(right -> right.covers(needed)).orElse(false);
        };
    }

    /**
     * Whether work goes on in a campaign. It does before the launch, when it is planned, and after the end, when the last invoices come;
     * only what is put away is closed.
     *
     * @param status where the campaign stands
     * @return false once it is archived
     */
    public static boolean isOpen(Campaign.Status status) {
        return switch (status) {
            case DRAFT, ACTIVE, PAUSED, COMPLETED -> true;
            case ARCHIVED -> false;
        };
    }
}
