package io.tastemaker.adapters.http.content;

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
 * How a list of posts is imported.
 *
 * @param platform where the posts stand
 * @param creator whose they are
 * @param scope whose they become
 * @param columns columns named by the user
 * @param asOf when the list was true
 */
record PostImportOptionsJson(
        @About("Where the posts stand, for rows that do not say so") Optional<@Word(Vocabulary.PLATFORM) String> platform,
        @About("The handle whose posts they are, for rows that do not say so; needs platform") Optional<@Length(max = 101) String> creator,
        @About("team: private; catalogue: for every team, by operators only") @Default("team") @OneOf({"team", "catalogue"}) String scope,
        @About("What a column means: url, key, handle, platform, caption, hashtags, posted_at, likes, comments, views, shares or saves, to "
                + "the column's header; wins over what the program would find")
        Optional<Map<String, @Length(max = 500) String>> columns,
        @About("When the list was true; by default when it was first imported") Optional<Instant> asOf) {}
