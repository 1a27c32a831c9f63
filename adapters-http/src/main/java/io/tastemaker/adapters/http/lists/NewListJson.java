package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.application.lists.Choice;
import io.tastemaker.application.lists.CreateList;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.ListTemplateId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A list to be made.
 *
 * @param name its name
 * @param description what it is for
 * @param visibility who sees it
 * @param listTemplateId what it begins as
 * @param columns what is filled in for each item
 * @param defaultNote the note of an item that is added without one
 * @param criteria who belongs on it
 * @param creatorIds who is on it at first
 * @param rankingId of which ranking the best are on it at first
 * @param first how many of them
 */
record NewListJson(
        @About("1 to 200 characters") @Length(max = 200) String name,
        @About("What it is for; without it, that of the template") Optional<@Length(min = 0, max = 2_000) String> description,
        @About("Who sees it: team when nothing is said") Optional<@OneOf({"team", "private"}) String> visibility,
        @About("A template: it says what is not said here") Optional<UUID> listTemplateId,
        @About("What is filled in for each item: different names") Optional<@Entries(max = 20) List<@Length(max = 50) String>> columns,
        @About("The note of an item that is added without one") Optional<@Length(min = 0, max = 2_000) String> defaultNote,
        @About("Who belongs on it, in the team's words") Optional<@Length(min = 0, max = 2_000) String> criteria,
        @About("Who is on it at first, in this order") Optional<@Entries(max = Choice.MOST) List<UUID>> creatorIds,
        @About("Instead: the best of this ranking, of a search or of a campaign's match")
        Optional<@Matches(value = Choices.RANKING, says = Choices.RANKING_SAYS) String> rankingId,
        @About("How many of the ranking: 100 when nothing is said; further than its first page only what is paid for")
        Optional<@Between(min = "1", max = "500") Integer> first) {

    CreateList.Wish wish() {
        return new CreateList.Wish(name.strip(), visibility.flatMap(code -> Coded.find(TeamList.Visibility.class, code)).orElse(TeamList.Visibility.TEAM),
                listTemplateId.map(ListTemplateId::new), description, columns.map(Forms::stripped), defaultNote, criteria);
    }

    Choice choice() {
        return Choices.of(creatorIds, rankingId, first).orElse(new Choice.These(List.of()));
    }
}
