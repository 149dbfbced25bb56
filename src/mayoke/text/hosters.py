"""Hosts under which strangers publish, but which the public suffix list does not hold.

Sources: the hosters' own pages that name the addresses they hand out; checked against the public
suffix list on 2026-11-22. A site below one of them is a registrable domain of its own.
"""

_LIST = """
shop-pro.jp ocnk.net stores.jp thebase.in raku-uru.jp easy-myshop.jp
lolipop.jp ssl-lolipop.jp heteml.jp goope.jp jugem.jp
xsrv.jp xdomain.jp xbiz.jp wpx.jp sixcore.jp starfree.jp stars.ne.jp
coreserver.jp valueserver.jp xrea.com conohawing.com kir.jp
web.fc2.com blog.fc2.com cart.fc2.com
crayonsite.net crayonsite.com studio.site webnode.jp
amebaownd.com shopinfo.jp theblog.me themedia.jp localinfo.jp storeinfo.jp therestaurant.jp
hatenablog.com hatenablog.jp hateblo.jp blog.jp livedoor.blog cocolog-nifty.com seesaa.net
exblog.jp muragon.com mydns.jp moe.hm
jimdo.com jimdofree.com jimdosite.com wixstudio.com weebly.com square.site webflow.io
strikingly.com mystrikingly.com godaddysites.com wordpress.com tumblr.com notion.site
replit.app canva.site my.canva.site 000webhostapp.com infinityfreeapp.com
"""

SHARED: frozenset[str] = frozenset(_LIST.split())
"""Suffixes in lower case, without a dot in front."""
