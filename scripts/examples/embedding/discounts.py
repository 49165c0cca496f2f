"""Discounts of the shop. Runs inside host.cpp, which offers the module shop."""
import shop

RULES = {"three of a kind": 0.8, "first book": 0.9}


class UnknownArticle(Exception):
    pass


def price_of(name):
    try:
        return shop.price_of(name)
    except RuntimeError as reason:
        raise UnknownArticle(name) from reason


def total(basket):
    shop.log(f"{len(basket)} articles")
    sum_of_prices = 0.0
    for name in sorted(set(basket)):
        count = basket.count(name)
        price = count * price_of(name)
        if count >= 3:
            price *= RULES["three of a kind"]
            shop.log(f"three of {name}", level="rule")
        if name == "book":
            price *= RULES["first book"]
            shop.log("a book", level="rule")
        sum_of_prices += price
    return sum_of_prices
