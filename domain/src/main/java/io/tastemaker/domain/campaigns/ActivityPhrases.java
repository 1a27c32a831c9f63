package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells in English what was done to a campaign, from the action and the changes that the audit log keeps. What people wrote is not kept
 * there, so that a sentence says that a deliverable was approved and not which title it has.
 */
public final class ActivityPhrases {

    private static final Map<String, Function<List<Change>, String>> PHRASES = Map.ofEntries(
            said("campaign.create", "created the campaign"),
            said("campaign.change", "changed the brief"),
            said("campaign.delete", "deleted the campaign"),
            said("campaign.launch", "launched the campaign"),
            said("campaign.pause", "paused the campaign"),
            said("campaign.resume", "resumed the campaign"),
            said("campaign.complete", "completed the campaign"),
            said("campaign.archive", "archived the campaign"),
            said("campaign.match", "matched creators to the brief"),
            counted("campaign.shortlist", "added ", " to the shortlist", "creators", "creator"),
            said("campaign.shortlist.change", "changed where a creator on the shortlist stands"),
            said("campaign.shortlist.remove", "took a creator off the shortlist"),
            said("campaign.deliverable.add", "planned a deliverable"),
            said("campaign.deliverable.change", "changed a deliverable"),
            said("campaign.deliverable.remove", "removed a deliverable"),
            said("campaign.deliverable.submit", "submitted a deliverable"),
            said("campaign.deliverable.approve", "approved a deliverable"),
            said("campaign.deliverable.reject", "sent a deliverable back"),
            said("campaign.deliverable.reopen", "reopened a deliverable"),
            said("campaign.deliverable.cancel", "canceled a deliverable"),
            said("campaign.milestone.add", "added a milestone"),
            entry("campaign.milestone.change", ActivityPhrases::milestone),
            said("campaign.milestone.remove", "removed a milestone"),
            said("campaign.budget.line.add", "added a line to the budget"),
            said("campaign.budget.line.change", "renamed a line of the budget"),
            said("campaign.budget.line.remove", "removed a line of the budget"),
            entry("campaign.budget.enter", ActivityPhrases::money),
            entry("campaign.collaborator.add", changes -> "gave somebody the right to " + after(changes, "right").orElse("take part")),
            said("campaign.collaborator.remove", "took somebody's right away"),
            said("campaign.comment.add", "wrote a comment"),
            said("campaign.comment.edit", "edited a comment"),
            said("campaign.comment.remove", "removed a comment"),
            entry("campaign.work_rules.change", changes -> after(changes, "self_approval").filter("true"::equals).isPresent()
                    ? "allowed that who submits work approves it" : "asked for a second pair of eyes on submitted work"),
            counted("campaign.invite", "invited ", "", "invitations", "creator"),
            said("invitation.write", "wrote to an invited creator"),
            said("invitation.resend", "sent an invitation again"),
            said("invitation.remind", "reminded of an invitation"),
            said("invitation.withdraw", "withdrew an invitation"),
            said("invitation.expire", "let an invitation expire"),
            said("invitation.bounce", "noted that an invitation could not be delivered"),
            said("invitation.open", "opened an invitation"),
            said("invitation.ask", "asked about an invitation"),
            said("invitation.reply", "replied to an invitation"),
            said("invitation.accept", "accepted an invitation"),
            said("invitation.decline", "declined an invitation"),
            said("invitation.stop_letters", "asked for no more letters"),
            counted("campaign.attach_posts", "added ", " to what is measured", "posts", "post"),
            said("campaign.detach_post", "took a post out of what is measured"),
            said("campaign.record_metrics", "recorded measured numbers"),
            said("campaign.create_link", "made a tracked link"),
            said("campaign.archive_link", "put a tracked link away"),
            said("campaign.create_promo_code", "made a promo code"),
            said("campaign.archive_promo_code", "put a promo code away"),
            said("campaign.make_conversion_secret", "made a secret that signs conversions"),
            said("campaign.take_conversion", "counted a conversion"));

    /** What a word at the end of an action says was done. */
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("add", "added"), Map.entry("create", "created"), Map.entry("change", "changed"), Map.entry("edit", "edited"),
            Map.entry("remove", "removed"), Map.entry("delete", "deleted"), Map.entry("send", "sent"), Map.entry("cancel", "canceled"),
            Map.entry("import", "imported"), Map.entry("export", "exported"), Map.entry("share", "shared"), Map.entry("start", "started"),
            Map.entry("finish", "finished"), Map.entry("refresh", "refreshed"), Map.entry("set", "set"), Map.entry("expire", "expired"));

    private static final Pattern PLACE = Pattern.compile("[a-z_]+\\.([0-9a-f-]{36})\\..*");

    private ActivityPhrases() {}

    /**
     * Tells what was done.
     *
     * @param action the action's code, such as {@code campaign.launch}
     * @param changes what it changed
     * @return how a sentence goes on that begins with who did it, such as {@code launched the campaign}
     */
    public static String tell(String action, List<Change> changes) {
        return Optional.ofNullable(PHRASES.get(action)).map(phrase -> phrase.apply(changes)).orElseGet(() -> fromCode(action));
    }

    /**
     * Whether an action has words of its own.
     *
     * @param action the action's code
     * @return false when they would be made from the code
     */
    public static boolean knows(String action) {
        return PHRASES.containsKey(action);
    }

    private static String fromCode(String action) {
        List<String> words = Arrays.stream(action.split("[._]+")).filter(word -> !word.isBlank()).toList();
        String last = words.isEmpty() ? "" : words.getLast();
        List<String> things = words.isEmpty() ? words : words.subList(words.size() > 2 ? 1 : 0, words.size() - 1);
        return VERBS.containsKey(last) && !things.isEmpty()
                ? VERBS.get(last) + " the " + String.join(" ", things)
                : "did this: " + String.join(" ", words);
    }

    private static String milestone(List<Change> changes) {
        Optional<Change> done = changes.stream().filter(change -> change.field().endsWith(".done_at")).findFirst();
        return done.map(change -> change.after().isPresent() ? "reached a milestone" : "took back that a milestone was reached")
                .orElse("changed a milestone");
    }

    private static String money(List<Change> changes) {
        String amount = after(changes, "amount").orElse("money");
        String said = switch (after(changes, "kind").orElse("")) {
            case "plan" -> "planned " + amount + " more";
            case "cut" -> "planned " + amount + " less";
            case "commit" -> "committed " + amount + " of the budget";
            case "release" -> "released " + amount + " of the budget";
            case "spend" -> "spent " + amount + " of the budget";
            case "refund" -> "noted a refund of " + amount;
            default -> "moved " + amount + " in the budget";
        };
        return after(changes, "over_budget").filter("true"::equals).isPresent() ? said + ", over the budget" : said;
    }

    /** What a field holds now whose name ends so. */
    private static Optional<String> after(List<Change> changes, String field) {
        return changes.stream().filter(change -> change.field().endsWith("." + field)).findFirst().flatMap(Change::after);
    }

    private static Map.Entry<String, Function<List<Change>, String>> entry(String action, Function<List<Change>, String> phrase) {
        return Map.entry(action, phrase);
    }

    private static Map.Entry<String, Function<List<Change>, String>> said(String action, String phrase) {
        return entry(action, changes -> phrase);
    }

    /** Says how many things of a kind the changes are about, whose fields begin with the kind and an id. */
    private static Map.Entry<String, Function<List<Change>, String>> counted(
            String action, String begin, String end, String kind, String one) {
        return entry(action, changes -> {
            int count = changes.stream().map(Change::field).filter(field -> field.startsWith(kind + "."))
                    .map(PLACE::matcher).filter(Matcher::matches).map(place -> place.group(1)).collect(Collectors.toSet()).size();
            String things = switch (count) {
                case 0 -> "no new " + one;
                case 1 -> "a " + one;
                default -> count + " " + one + "s";
            };
            return begin + things + end;
        });
    }
}
