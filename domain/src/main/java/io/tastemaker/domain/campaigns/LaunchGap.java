package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Coded;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a campaign lacks before it can run. Its code is the name of the part of the brief, as the API has it. */
public enum LaunchGap implements Coded {
    /** Nobody could know what is wanted. */
    BRIEF("says in words what is wanted"),
    /** Nobody could know where to publish. */
    TARGET_PLATFORMS("names at least one platform"),
    /** Nothing could be spent. */
    BUDGET("says what the campaign may cost"),
    /** It would never begin. */
    STARTS_ON("says its first day"),
    /** It would never end, or is over before it begins. */
    ENDS_ON("says its last day, which is today or later");

    private final String wanted;

    LaunchGap(String wanted) {
        this.wanted = wanted;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What closes the gap, to go on from "a campaign that runs".
     *
     * @return a few words
     */
    public String wanted() {
        return wanted;
    }

    /** Whom the public meets it needs no platforms for; all else is the same for every kind. */
    static List<LaunchGap> of(CampaignKind kind, Brief brief, LocalDate day) {
        boolean publishes = switch (kind) {
            case CampaignKind.Creators creators -> true;
            case CampaignKind.Locker locker -> false;
            case CampaignKind.Event event -> false;
            case CampaignKind.Qr qr -> false;
        };
        return Stream.of(
                        gap(BRIEF, brief.text().isBlank()),
                        gap(TARGET_PLATFORMS, publishes && brief.platforms().isEmpty()),
                        gap(BUDGET, brief.budget().isEmpty()),
                        gap(STARTS_ON, brief.startsOn().isEmpty()),
                        gap(ENDS_ON, brief.endsOn().filter(end -> !end.isBefore(day)).isEmpty()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LaunchGap> gap(LaunchGap gap, boolean isThere) {
        return isThere ? Optional.of(gap) : Optional.empty();
    }
}
