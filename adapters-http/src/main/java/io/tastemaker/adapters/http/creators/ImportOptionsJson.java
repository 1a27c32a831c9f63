package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Vocabulary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a list is imported.
 *
 * @param platform where its creators are
 * @param scope whose they become
 * @param onDuplicate what is done with those that are there
 * @param columns columns named by the user
 * @param asOf when the list was true
 */
record ImportOptionsJson(
        @About("Where its creators are, for lists without a column that says so") Optional<@Word(Vocabulary.PLATFORM) String> platform,
        @About("team: private; catalogue: for every team, by operators only") @Default("team") @OneOf({"team", "catalogue"}) String scope,
        @About("What is done with creators that are there already") @Default("update") @OneOf({"update", "skip"}) String onDuplicate,
        @About("What a column means: the code of a fact to the column's header; wins over what the program would find")
        Optional<Map<String, @Length(max = 500) String>> columns,
        @About("When the list was true; by default when it was first imported") Optional<Instant> asOf) {}
