package io.tastemaker.domain.lists;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody may do with one list; each right includes the ones before. It comes on top of what the role allows at all, never instead.
 *
 * <p>A list that the team sees is read by everybody in it, edited by its managers and managed by its admins. A private one is known to nobody
 * but its maker, those with whom it is shared, and the owner of the team, so that no list is lost with whoever made it. The maker manages the
 * list. Sharing adds to what somebody has and takes nothing away. Whoever may not write anything by the role reads at most. An API key
 * stands for its role in the team, like a person that nobody shares lists with; the lists that it made are its own.
 */
public enum ListRight implements Coded {
    /** Does not know of it. */
    NONE,
    /** Reads it. */
    READ,
    /** Changes its name, its columns and its items. */
    EDIT,
    /** Shares it, changes who sees it, and deletes it. */
    MANAGE;

    /**
     * Decides.
     *
     * @param actor of the list's team
     * @param list the list
     * @param shared how it is shared with the actor, empty when it is not
     * @return the greatest right that the actor has
     */
    public static ListRight of(Actor actor, TeamList list, Optional<ListCollaborator> shared) {
        return switch (actor) {
            case Actor.Operator operator -> MANAGE;
            case Actor.System system -> MANAGE;
            case Actor.User user -> of(user.role(), list.createdBy().equals(user.label()), list, shared);
            case Actor.Key key -> of(key.role(), list.createdBy().equals(key.label()), list, Optional.empty());
        };
    }

    private static ListRight of(Role role, boolean isMaker, TeamList list, Optional<ListCollaborator> shared) {
        ListRight own = isMaker || role == Role.OWNER ? MANAGE : NONE;
        ListRight given = shared.map(ListCollaborator::right).orElse(NONE);
        ListRight most = role.covers(Role.MANAGER) ? MANAGE : READ;
        return least(greatest(greatest(own, given), byTeam(role, list.visibility())), most);
    }

    private static ListRight byTeam(Role role, TeamList.Visibility visibility) {
        return switch (visibility) {
            case PRIVATE -> NONE;
            case TEAM -> switch (role) {
                case MEMBER -> READ;
                case MANAGER -> EDIT;
                case ADMIN, OWNER -> MANAGE;
            };
        };
    }

    /**
     * Whether somebody sees private lists without being told of them.
     *
     * @param actor who looks
     * @return true for the owner of the team, for operators and for the program itself
     */
    public static boolean seesAll(Actor actor) {
        return switch (actor) {
            case Actor.Operator operator -> true;
            case Actor.System system -> true;
            case Actor.User user -> user.role() == Role.OWNER;
            case Actor.Key key -> key.role() == Role.OWNER;
        };
    }

    /**
     * Whether this right is enough.
     *
     * @param needed what it takes
     * @return true for the same or a greater right
     */
    public boolean covers(ListRight needed) {
        return compareTo(needed) >= 0;
    }

    private static ListRight greatest(ListRight one, ListRight other) {
        return one.covers(other) ? one : other;
    }

    private static ListRight least(ListRight one, ListRight other) {
        return one.covers(other) ? other : one;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
