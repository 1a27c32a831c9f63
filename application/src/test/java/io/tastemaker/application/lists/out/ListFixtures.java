package io.tastemaker.application.lists.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists to test with. */
public final class ListFixtures {

    private ListFixtures() {}

    /** A list that the team sees, with everything in it. */
    public static TeamList list(TeamId team, String name, Instant createdAt) {
        return list(team, name, TeamList.Visibility.TEAM, "user:ana", createdAt);
    }

    /** A list of somebody. */
    public static TeamList list(TeamId team, String name, TeamList.Visibility visibility, String maker, Instant createdAt) {
        ListForm form = new ListForm(List.of("Rate", "Agent, \"first\""), "to be asked", "vegan, 20k to 200k");
        return TeamList.begin(new ListId(SeededIds.next()), team, new TeamList.Look(name, "for the spring", visibility, form), maker, createdAt);
    }

    /** A creator of a team or of the catalogue on a list. */
    public static ListItem item(TeamList list, Creator creator, OrderKey place) {
        return new ListItem(list.id(), creator.id(), creator.owner(), place, "good light", Map.of("Rate", "500 EUR"), Optional.of("rk_5f0c2b7e"),
                "user:ana", list.createdAt(), 1);
    }
}
