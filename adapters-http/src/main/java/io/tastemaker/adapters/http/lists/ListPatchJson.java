package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.Coded;
import java.util.List;
import java.util.Optional;

/**
 * A change of a list, as a JSON Merge Patch.
 *
 * @param name its name
 * @param description what it is for
 * @param visibility who sees it
 * @param columns what is filled in for each item
 * @param defaultNote the note of an item that is added without one
 * @param criteria who belongs on it
 */
record ListPatchJson(
        @About("1 to 200 characters") @Kept Field<@Length(max = 200) String> name,
        @About("What it is for") Field<@Length(min = 0, max = 2_000) String> description,
        @About("Who sees it; only those who manage the list change this") @Kept Field<@OneOf({"team", "private"}) String> visibility,
        @About("What is filled in for each item; what was filled in for a column that goes comes back with it")
        Field<@Entries(max = 20) List<@Length(max = 50) String>> columns,
        @About("The note of an item that is added without one") Field<@Length(min = 0, max = 2_000) String> defaultNote,
        @About("Who belongs on it, in the team's words") Field<@Length(min = 0, max = 2_000) String> criteria) {

    TeamList.Look over(TeamList.Look look) {
        ListForm form = look.form();
        return new TeamList.Look(name.over(Optional.of(look.name())).orElseThrow().strip(), description.over(Optional.of(look.description())).orElse(""),
                visibility.over(Optional.empty()).flatMap(code -> Coded.find(TeamList.Visibility.class, code)).orElse(look.visibility()),
                new ListForm(columns.map(Forms::stripped).over(Optional.of(form.columns())).orElse(List.of()),
                        defaultNote.over(Optional.of(form.defaultNote())).orElse(""), criteria.over(Optional.of(form.criteria())).orElse("")));
    }
}
