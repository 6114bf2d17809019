"""One line of text for each script that a child's name may be written in."""
# ruff: noqa: RUF001

LATIN = "K'iche' B'alam Muñoz Łukasz Đặng Ngọc Ánh é q̓̕ fi office ʔəl"
ARABIC = "محمد عبد الرحمن الحسيني"
HEBREW = "יעקב בן־דוד שָׁלוֹם"
DEVANAGARI = "राजेश श्रीवास्तव क्षत्रिय रात्रि कि"
GURMUKHI = "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਕ੍ਰਿਸ਼ਨ"
BENGALI = "মোহাম্মদ রহিম উদ্দিন ক্ষিতি"
ETHIOPIC = "አበበ ቢቂላ ገብረ"
THAI = "สมชาย ใจดี น้ำผึ้ง ที่"
CHINESE = "王小明 习近平 習近平 日本語 김민준"
JAPANESE = "さくら 山田 ガーデン 髙橋"
KOREAN = "김민준 박서연 뷁"

LEFT_TO_RIGHT = {
    "latin": LATIN,
    "devanagari": DEVANAGARI,
    "gurmukhi": GURMUKHI,
    "bengali": BENGALI,
    "ethiopic": ETHIOPIC,
    "thai": THAI,
    "chinese": CHINESE,
    "japanese": JAPANESE,
    "korean": KOREAN,
}
RIGHT_TO_LEFT = {"arabic": ARABIC, "hebrew": HEBREW}
MIXED = {
    "brackets": "Ana (محمد بن علي) 03:12",
    "numbers": "محمد 2026/11/24 (علي) born",
    "tag": "<img src='/etc/passwd'> राजेश محمد 王小明",
}
ALL = LEFT_TO_RIGHT | RIGHT_TO_LEFT | MIXED

ALPHABET = (
    "abc é'-() <>&/" + "محعي" + "שלום" + "राजेशक्षि" + "ਪ੍ਰੀ" + "ক্ষি" + "አበ" + "น้ำ" + "王小明，"
    "e\u0301\u202e\u200d\u0000\t🙂\ud800\u200f"
)
"""Characters for properties: all scripts, brackets, marks, and what has no picture."""


def name_of(length: int) -> str:
    """Return a name of so many characters: Arabic, Devanagari, Chinese and an image tag."""
    part = f"{ARABIC} {DEVANAGARI} {CHINESE}<img src='/etc/passwd'>"
    return (part * (length // len(part) + 1))[:length]
