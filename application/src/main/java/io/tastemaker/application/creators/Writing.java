package io.tastemaker.application.creators;

import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.TeamId;

/** What all writing of creators by hand has in common. */
final class Writing {

    /** The source of facts that somebody typed in. */
    static final String SOURCE = "hand";

    private Writing() {}

    static Permission permission(TeamId owner) {
        return owner.equals(TeamId.CATALOGUE) ? Permission.WRITE_CATALOGUE : Permission.WRITE_CREATORS;
    }
}
