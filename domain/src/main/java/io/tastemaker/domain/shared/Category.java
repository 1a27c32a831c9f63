package io.tastemaker.domain.shared;

import java.util.Locale;

/**
 * What a creator's content is about, in the commercial vocabulary of the product.
 * The order is part of stored snapshots (one bit each): append, never reorder; at most 64.
 */
public enum Category implements Coded {
    /** Clothes, shoes, models, luxury, jewellery. */
    FASHION,
    /** Make-up, hair, skin care. */
    BEAUTY,
    /** Cooking, restaurants, drinks. */
    FOOD,
    /** Travel and tourism. */
    TRAVEL,
    /** Gadgets, computers, software, machinery. */
    TECHNOLOGY,
    /** Gym, workouts, training. */
    FITNESS,
    /** Video games and e-sports. */
    GAMING,
    /** Music and musicians. */
    MUSIC,
    /** Dance and dancers. */
    DANCE,
    /** Sports and athletes. */
    SPORTS,
    /** Family, parenting, kids. */
    FAMILY,
    /** Pets and other animals people live with. */
    PETS,
    /** Home, interior, garden. */
    HOME,
    /** Painting, drawing, sculpture, design. */
    ART,
    /** Photography. */
    PHOTOGRAPHY,
    /** Cinema, series, actors. */
    FILM,
    /** Television shows, celebrities, entertainment at large. */
    ENTERTAINMENT,
    /** Cartoons and animation. */
    ANIMATION,
    /** Humour, memes, pranks. */
    COMEDY,
    /** Entrepreneurs, careers, marketing. */
    BUSINESS,
    /** Investing, crypto, personal finance. */
    FINANCE,
    /** Teaching, science, languages, how things work. */
    EDUCATION,
    /** Health, medicine, wellness. */
    HEALTH,
    /** Cars and motorbikes. */
    CARS,
    /** News and current affairs. */
    NEWS,
    /** Daily life, personal blogs. */
    LIFESTYLE,
    /** Books and literature. */
    BOOKS,
    /** Nature, wildlife, outdoors. */
    NATURE,
    /** Crafts, do-it-yourself, how-to. */
    DIY,
    /** Toys and children's programmes. */
    TOYS,
    /** Causes, charity, non-profit work. */
    SOCIETY,
    /** Shopping, reviews, unboxing. */
    SHOPPING;

    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
