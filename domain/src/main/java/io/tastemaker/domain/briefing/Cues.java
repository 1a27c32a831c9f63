package io.tastemaker.domain.briefing;

import java.util.Set;

/** Words by which a reader knows what a message speaks about. */
final class Cues {

    /** People who publish. */
    static final Phrases<String> CREATORS = Phrases.of("""
            creator: creator, creators, influencer, influencers, influencerin, influencerinnen, influenceur, influenceurs, influenceuses, influenceuse, \
            influenciador, influenciadores, influenciadora, influenciadoras, creador, creadores, creadora, creadoras, \
            criador, criadores, criadoras, criadora, createur, createurs, creatrices, creatori, creator e, kreative, creatorinnen, blogger, bloggers, \
            vlogger, vloggers, youtuber, youtubers, tiktoker, tiktokers, tiktokker, tiktokkers, instagrammer, instagrammers, \
            streamer, streamers, tiktokeurs, tiktokeur, youtubeurs, instagrameurs, instagramers, tiktokero, tiktokeros, bloguera, blogueras, blogueros, \
            podcasters, accounts, account, profiles, profile, cuentas, contas, konten, comptes, profili, perfis, perfiles, \
            content creators, influencerki, ambassadors, people, personas, pessoas, leute, gens, persone, channels, kanale, canales, canais, influs, kols, \
            kol, personalities, talents, talent
            """, text -> text);

    /** Those who follow. */
    static final Phrases<String> FOLLOWERS = Phrases.of("""
            follower: follower, followers, folowers, follwers, followrs, following, follow, subscriber, subscribers, subs, fans, fan, seguidores, \
            seguidoras, seguidor, suscriptores, suscritos, inscritos, assinantes, abonnenten, abonnent, followern, followerinnen, \
            abos, abonnes, abonne, abonnees, followeurs, suiveurs, iscritti, seguaci, fanbase, fan base, foll, flw, \
            \u092b\u0949\u0932\u094b\u0905\u0930\u094d\u0938, \u092b\u0949\u0932\u094b\u0905\u0930, \u0645\u062a\u0627\u0628\u0639, \
            \u0645\u062a\u0627\u0628\u0639\u064a\u0646
            """, text -> text);

    /** What is spent. */
    static final Phrases<String> BUDGET = Phrases.of("""
            budget: budget, budgets, budgeted, budjet, buget, spend, spending, to spend, can spend, invest, investing, pay, money, total, cost, \
            costs at most, presupuesto, presupuestos, inversion, invertir, gastar, gasto, contamos con, orcamento, verba, investir, \
            investimento, gastar ate, dispomos de, budgetrahmen, ausgeben, investieren, kostenrahmen, budget de, depenser, bilancio, spendere, investire, \
            spesa, disponemos de, disponiamo di, kosten, funds, overall, in total, altogether, im ganzen, insgesamt, en total, au total, in totale, \
            no total, bajet, allocated
            """, text -> text);

    /** Counts that are no followers. */
    static final Set<String> COUNTED = Set.of("video", "videos", "reel", "reels", "post", "posts", "story", "stories", "shorts", "views", "view", "likes",
            "downloads", "download", "installs", "sales", "orders", "units", "customers", "users", "percent", "credits", "credit", "impressions", "clicks",
            "signups", "sign", "leads", "visitors", "comments", "ventas", "vendas", "descargas", "instalaciones", "verkaufe", "kunden", "ventes", "clients",
            "vendite", "clienti", "publicaciones", "publicacoes", "beitrage", "publications", "vues", "visualizaciones", "visualizacoes", "aufrufe",
            "visualizzazioni", "clientes", "stores", "shops", "employees", "members", "tickets", "pieces", "products", "skus", "litres", "ml", "kg", "g",
            "km", "hours", "minutes", "times", "days", "weeks", "months", "years", "x", "conversions", "registrations", "copies", "bottles", "pairs",
            "streams", "plays", "jobs", "steps", "calories", "mah", "mp", "gb", "questions", "attendees", "guests", "visits", "instalacoes", "subscriptions");

    private static final Set<String> PORTUGUESE = Set.of(
            "nao", "voces", "voce", "campanha", "orcamento", "seguidores", "criadores", "queremos", "uma", "com", "para", "nos", "nas", "dos", "das", "mil",
                    "reais", "influenciadores", "ate", "tambem", "brasil", "moda", "beleza", "produto", "vendemos", "somos",
            "do", "da", "ao", "em", "sao", "mais", "quero", "gostaria", "lancar", "novo", "nova", "nosso", "nossa", "oi", "ola", "bom", "dia", "publico",
                    "mulheres", "homens");

    private static final Set<String> CLEARLY_PORTUGUESE = Set.of(
            "nao", "voces", "voce", "campanha", "orcamento", "criadores", "uma", "com", "nas", "dos", "das", "reais", "ate", "tambem", "brasil", "beleza",
                    "produto", "do", "da", "ao", "em", "sao", "quero", "gostaria", "lancar", "nosso", "nossa", "oi",
            "ola", "mulheres", "homens", "nova", "novo", "comecando", "comecar", "publico", "seguidores");

    private Cues() {}

    /** Whether a message seems to be Portuguese, where "no" is no denial. */
    static boolean looksPortuguese(Sheet sheet) {
        int signs = 0;
        for (int i = 0; i < sheet.size(); i++) {
            String word = sheet.at(i).word();
            if (Set.of("el", "los", "las", "y", "del", "con", "the", "and", "we", "our", "is", "una").contains(word)) {
                return false;
            }
            if (CLEARLY_PORTUGUESE.contains(word) || PORTUGUESE.contains(word) && word.length() > 4) {
                signs++;
            }
        }
        return signs >= 1;
    }
}
