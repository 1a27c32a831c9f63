package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a proposal offers.
 *
 * @param title 1 to 200 characters
 * @param summary what it is about, at most 10,000 characters
 * @param campaign the campaign it belongs to, as it was named; the campaign may be gone since
 * @param deliverables what is to be delivered: at most {@link #MOST_DELIVERABLES} lines of 1 to 500 characters
 * @param fee what is paid for all of it
 * @param startsOn the first day
 * @param endsOn the last day, not before the first
 * @param conditions what else holds, at most 10,000 characters
 */
public record Terms(
        String title,
        String summary,
        Optional<CampaignId> campaign,
        List<String> deliverables,
        Optional<Money> fee,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn,
        String conditions) {

    /** As many lines as a contract of two pages has. */
    public static final int MOST_DELIVERABLES = 50;

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LINE = 500;

    /** Copies the lines and checks the bounds. */
    public Terms {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(fee, "fee");
        deliverables = List.copyOf(deliverables);
        if (title.isBlank() || Characters.count(title) > LONGEST_TITLE || Characters.count(summary) > LONGEST_TEXT || Characters.count(conditions) > LONGEST_TEXT) {
            throw new IllegalArgumentException("a title has 1 to 200, a summary and conditions have at most 10,000 characters");
        }
        if (deliverables.size() > MOST_DELIVERABLES || deliverables.stream().anyMatch(line -> line.isBlank() || Characters.count(line) > LONGEST_LINE)) {
            throw new IllegalArgumentException("there are at most 50 deliverables of 1 to 500 characters");
        }
        if (deliverables.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a deliverable is one line");
        }
        if (startsOn.isPresent() && endsOn.isPresent() && endsOn.get().isBefore(startsOn.get())) {
            throw new IllegalArgumentException("the last day is not before the first");
        }
    }

    /**
     * What is missing before anybody can decide about it.
     *
     * @return names of members, none when nothing is
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (summary.isBlank()) {
            missing.add("summary");
        }
        if (deliverables.isEmpty()) {
            missing.add("deliverables");
        }
        if (fee.isEmpty()) {
            missing.add("fee");
        }
        return List.copyOf(missing);
    }

    /**
     * The members as texts, for comparing versions.
     *
     * @return the text of each member by its name, in the order above; what is empty is not there
     */
    public SequencedMap<String, String> texts() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        texts.put("title", title);
        texts.put("summary", summary);
        campaign.ifPresent(id -> texts.put("campaign_id", id.toString()));
        texts.put("deliverables", String.join("\n", deliverables));
        fee.ifPresent(money -> texts.put("fee", money.amount().toPlainString() + " " + money.currency().getCurrencyCode()));
        startsOn.ifPresent(day -> texts.put("starts_on", day.toString()));
        endsOn.ifPresent(day -> texts.put("ends_on", day.toString()));
        texts.put("conditions", conditions);
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /**
     * What differs between these terms and others, member by member.
     *
     * @param later the other terms
     * @return one entry for each member that differs, with both texts
     */
    public List<Change> differences(Terms later) {
        SequencedMap<String, String> old = texts();
        SequencedMap<String, String> now = later.texts();
        SequencedMap<String, String> names = new LinkedHashMap<>(old);
        now.forEach(names::putIfAbsent);
        return names.keySet().stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name -> new Change(name, Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))))
                .toList();
    }

    /**
     * What the audit log shows of them: of what people write only that it changed.
     *
     * @return their fields
     */
    public Traits traits() {
        return Traits.NONE.withheld("title", title).withheld("summary", summary).with("campaign_id", campaign)
                .withheld("deliverables", deliverables).with("fee", fee).with("starts_on", startsOn).with("ends_on", endsOn)
                .withheld("conditions", conditions);
    }
}
