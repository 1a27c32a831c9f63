package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.shared.Category;

/** Categories in words that a model of the English language takes as they are meant. */
final class CategoryWords {

    private CategoryWords() {}

    static String of(Category category) {
        return switch (category) {
            case FASHION -> "fashion and clothes";
            case BEAUTY -> "beauty and make-up";
            case FOOD -> "food and cooking";
            case TRAVEL -> "travel and tourism";
            case TECHNOLOGY -> "technology and gadgets";
            case FITNESS -> "fitness and training";
            case GAMING -> "gaming and video games";
            case MUSIC -> "music";
            case DANCE -> "dance";
            case SPORTS -> "sports";
            case FAMILY -> "family and parenting";
            case PETS -> "pets";
            case HOME -> "home, interior and garden";
            case ART -> "art and design";
            case PHOTOGRAPHY -> "photography";
            case FILM -> "film, series and actors";
            case ENTERTAINMENT -> "entertainment and celebrities";
            case ANIMATION -> "animation and cartoons";
            case COMEDY -> "comedy and memes";
            case BUSINESS -> "business, marketing and careers";
            case FINANCE -> "finance and investing";
            case EDUCATION -> "education and science";
            case HEALTH -> "health and medicine";
            case CARS -> "cars and motorbikes";
            case NEWS -> "news and current affairs";
            case LIFESTYLE -> "lifestyle and daily life";
            case BOOKS -> "books and literature";
            case NATURE -> "nature and wildlife";
            case DIY -> "DIY and crafts";
            case TOYS -> "toys";
            case SOCIETY -> "society and charity";
            case SHOPPING -> "shopping and product reviews";
        };
    }
}
