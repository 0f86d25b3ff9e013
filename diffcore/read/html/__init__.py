"""What web pages and electronic books share: elements to lines, and the article of a page."""
