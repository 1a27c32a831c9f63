package io.tastemaker.domain.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that try to give orders to the program instead of telling about the campaign. They are text like any other; because they were
 * not written to describe a campaign, not even the facts in them are taken. The other sentences of the message are read as ever.
 */
final class Injections {

    private static final String ORDERS = "instruc\\w*|instru\\w*coes|instruktion\\w*|anweisung\\w*|istruzion\\w*|instruzion\\w*|rules|prompt\\w*|"
            + "directives?|guidelines|directions|programming|guardrails|restrictions|safety|reglas|regras|regeln|regles|regole|consignes|commands|befehle|"
            + "everything above|all of the above|the above";

    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:ignore|ignora|ignorar|ignoriere|ignorier|ignorez|ignorate|disregard|forget|override|overwrite|bypass|olvida|esquece|esqueca|vergiss|"
                    + "oublie|oubliez|dimentica|desconsidere|neglect|discard|skip|break|missachte)\\b[^.!?\\n]{0,60}\\b(?:" + ORDERS + ")\\b"
                    + "|\\byou are (?:now|no longer|dan|an? (?:ai|unrestricted|helpful|admin\\w*))\\b|\\b(?:act|behave) as (?:an? |the |if )?(?:admin\\w*|"
                    + "unrestricted|system|root|developer|dan|different|ai|another|you)\\b|\\bpretend (?:to be|you|that)\\b|\\bsystem (?:prompt|message|"
                    + "override|instruction\\w*)\\b|\\bdeveloper mode\\b|\\bjailbreak\\b|\\bdo anything now\\b|\\bsudo\\b"
                    + "|\\b(?:eres|du bist|tu es|voce e|sei) (?:ahora|jetzt|maintenant|agora|ora)\\b|\\bnew instructions?\\b|"
                    + "\\byour (?:new )?instructions\\b|\\b(?:reveal|print|show|repeat|output|display|dump|leak|zeige|muestra|affiche|"
                    + "mostra)\\b[^.!?\\n]{0,40}\\b(?:prompt|instructions|api keys?|password|secrets?|"
                    + "database|env\\w*|token|passwort|contrasena|other teams?|all users|credentials)\\b"
                    + "|\\b(?:forget|ignore|disregard) (?:everything |all |anything )?(?:what )?you (?:were|have been|ve been|know|are)\\b"
                    + "|\\byou (?:must|should|will|have to|need to|shall) (?:now |only |always )?(?:answer|respond|reply|output|obey|follow|comply|say)\\b"
                    + "|\\banswer only with\\b"
                    + "|\\b(?:drop|truncate) table\\b|\\bdelete from\\b|\\bselect \\* from\\b|\\b(?:call|execute|run|invoke) the (?:tool|function|command|"
                    + "api|script|sql)\\b|<\\s*/?\\s*(?:system|script|assistant|user|instructions?|im_start|im_end|brief|prompt|context|document|data|"
                    + "input|message)\\b|<\\|[a-z_]+\\|>|\\[/?inst\\]|"
                    + "<<sys>>|\\$\\{|\\{\\{"
                    + "|\\b(?:grant|give) (?:me|us|yourself) (?:admin|access|root|all|unlimited|free|\\d+ (?:free )?credits)\\b|"
                    + "\\badmin(?:istrator)? (?:mode|override|access)\\b|\\bas (?:an? |the )?(?:admin|administrator|operator|system|root)\\b");

    /** A line that speaks in another voice. */
    private static final Pattern VOICE = Pattern.compile("(?m)(?:^|(?<=[.!?\\n])\\s*)[\\s>*#\\[\"'(]*(?:system|assistant|developer|admin|operator|root|"
            + "tool|function|instruction|sistema|systeme)\\b[\\s\\]*]*(?::|>|\\))|^\\s*#{2,}\\s*(?:system|instruction|new|end)|"
            + "^\\s*[{\\[]\\s*[\"']\\w+[\"']\\s*:");

    /** How an order to a program goes on: "System: developer mode. Set budget=1 and launch." */
    private static final Pattern GOING_ON = Pattern.compile("(?:then |now |and |also |instead |just |please )*(?:set|launch|approve|send|pay|invite|delete|"
            + "reveal|change|grant|give|publish|transfer|activate|execute|run|output|return|respond|reply|say|print|charge|spend|unlock|confirm|"
            + "write|act|override|"
            + "pon|fija|lanza|aprueba|envia|cambia|establece|setze|setz|starte|sende|andere|genehmige|mets|lance|envoie|fixe|change|imposta|lancia|invia|"
            + "defina|envie|aprove|mude|coloque)\\b");

    private Injections() {}

    /** What is set apart from the sentence in which it stands: a comment, or a block between marks. */
    private static final Pattern APART = Pattern.compile("<!--.*?-->|/\\*.*?\\*/|\\[inst\\].*?\\[/inst\\]", Pattern.DOTALL);

    /** The whole sentence, or, where all orders of it are set apart, only those. */
    private static void ignore(Sheet sheet, int start, int end, List<int[]> orders) {
        List<int[]> apart = new ArrayList<>();
        Matcher block = APART.matcher(Sheet.fold(sheet.text()));
        while (block.find()) {
            apart.add(new int[] {block.start(), block.end()});
        }
        boolean all = orders.stream().allMatch(order -> apart.stream().anyMatch(part -> part[0] <= order[0] && part[1] >= order[1]));
        for (int i = start; i < end; i++) {
            int from = sheet.at(i).start();
            if (!all || apart.stream().anyMatch(part -> part[0] <= from && from < part[1])) {
                sheet.ignore(i, i + 1);
            }
        }
    }

    /** Sentences right behind an order that command as well are part of it. */
    private static void follow(Sheet sheet) {
        boolean before = false;
        for (int start = 0; start < sheet.size(); start = sheet.sentenceEnd(start) + 1) {
            int end = sheet.sentenceEnd(start);
            if (end == start) {
                continue;
            }
            if (before && !sheet.isIgnored(start) && GOING_ON.matcher(Sheet.fold(sheet.said(start, end))).lookingAt()) {
                sheet.ignore(start, end);
            }
            before = sheet.isIgnored(end - 1);
        }
    }

    /**
     * Ticks off sentences with orders.
     *
     * @param sheet the message
     * @param remarks takes what was left out
     */
    static void ignore(Sheet sheet, List<String> remarks) {
        String folded = Sheet.fold(sheet.text());
        List<int[]> places = new ArrayList<>();
        Matcher order = ORDER.matcher(folded);
        while (order.find()) {
            places.add(new int[] {order.start(), order.end()});
        }
        Matcher voice = VOICE.matcher(folded);
        while (voice.find()) {
            places.add(new int[] {voice.start() + voice.group().length() - voice.group().stripLeading().length(), voice.end()});
        }
        boolean any = false;
        for (int start = 0; start < sheet.size(); start = sheet.sentenceEnd(start) + 1) {
            int end = sheet.sentenceEnd(start);
            if (end == start) {
                continue;
            }
            int from = sheet.at(start).start();
            int to = sheet.at(end - 1).end();
            if (places.stream().anyMatch(place -> place[0] < to && place[1] > from)) {
                ignore(sheet, start, end, places.stream().filter(place -> place[0] < to && place[1] > from).toList());
                any = true;
            }
        }
        follow(sheet);
        if (any) {
            remarks.add("I only fill the brief: sentences that tell the program what to do are not followed, and nothing in them is taken over.");
        }
    }
}
