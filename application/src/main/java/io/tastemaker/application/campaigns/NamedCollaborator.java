package io.tastemaker.application.campaigns;

import io.tastemaker.domain.campaigns.Collaborator;
import java.util.Optional;

/**
 * Somebody who works on a campaign, with the name that the team knows.
 *
 * @param collaborator who, and with which right
 * @param name the person's name; empty once the person has left the team
 */
public record NamedCollaborator(Collaborator collaborator, Optional<String> name) {

    /** Without the name. */
    @Override
    public String toString() {
        return "NamedCollaborator[" + collaborator + "]";
    }
}
